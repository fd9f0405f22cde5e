using System.Collections.Concurrent;
using System.Text;
using System.Text.Json.Nodes;
using Apparat.Cli;

namespace Apparat.Tests;

/// <summary>Tests that look at what a command writes: one at a time, since there is one console.</summary>
[CollectionDefinition(Name, DisableParallelization = true)]
public sealed class OneConsole
{
    public const string Name = "one console";
}

/// <summary>What a command wrote, and its exit code.</summary>
internal sealed record Said(int Code, string Out, string Error)
{
    public JsonObject Json => JsonNode.Parse(Out)!.AsObject();
}

/// <summary>Runs commands in this process, in a folder of their own.</summary>
public abstract class AtTheConsole : IDisposable
{
    internal const string Board = "governance/self-perpetuating-board";
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("apparat-test-");

    protected AtTheConsole()
    {
        // What goes to a file must not depend on where the tests are run from.
        Environment.SetEnvironmentVariable("NO_COLOR", "1");
        Environment.SetEnvironmentVariable("APPARAT_STORE", Path("store"));
    }

    public void Dispose()
    {
        _folder.Delete(recursive: true);
        GC.SuppressFinalize(this);
    }

    internal string Path(string name) => System.IO.Path.Combine(_folder.FullName, name);

    internal string Write(string name, string text)
    {
        File.WriteAllText(Path(name), text, new UTF8Encoding(false));
        return Path(name);
    }

    /// <summary>What was said, with this test's folder told as DIR, so that it can be held to a file.</summary>
    internal string Plain(string text) => text.Replace(_folder.FullName, "DIR", StringComparison.Ordinal);

    internal static Task<Said> Run(params string[] args) => Run(args, CancellationToken.None);

    internal static async Task<Said> Run(string[] args, CancellationToken cancel, Action<string>? heard = null)
    {
        var (stdout, stderr) = (Console.Out, Console.Error);
        using var output = new StringWriter { NewLine = "\n" };
        using var error = new Hearing(heard);
        Console.SetOut(TextWriter.Synchronized(output));
        Console.SetError(error);
        try
        {
            var code = await CommandLine.Run(args, cancel);
            return new Said(code, output.ToString(), error.ToString());
        }
        finally
        {
            Console.SetOut(stdout);
            Console.SetError(stderr);
        }
    }

    /// <summary>Every file under a folder with its bytes.</summary>
    internal static SortedDictionary<string, byte[]> Files(string folder) =>
        new(
            Directory
                .EnumerateFiles(folder, "*", SearchOption.AllDirectories)
                .ToDictionary(f => System.IO.Path.GetRelativePath(folder, f), File.ReadAllBytes),
            StringComparer.Ordinal
        );

    internal static void Same(string one, string other)
    {
        var (a, b) = (Files(one), Files(other));
        Assert.Equal(a.Keys, b.Keys);
        foreach (var (name, bytes) in a)
            Assert.True(bytes.AsSpan().SequenceEqual(b[name]), $"{name} differs");
    }

    private sealed class Hearing(Action<string>? heard) : TextWriter
    {
        private readonly ConcurrentQueue<string> _all = new();

        public override Encoding Encoding => Encoding.UTF8;

        public override void Write(char value) => Write(value.ToString());

        public override void Write(string? value)
        {
            _all.Enqueue(value ?? "");
            heard?.Invoke(value ?? "");
        }

        public override string ToString() => string.Concat(_all);
    }
}
