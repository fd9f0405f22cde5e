using System.ComponentModel;
using System.Diagnostics;

namespace Apparat.Cli;

/// <summary>Files that differ from a commit, as git tells.</summary>
internal sealed class ChangedFiles
{
    private readonly string _reference;
    private readonly Dictionary<string, HashSet<string>> _byRepository = new(StringComparer.Ordinal);

    /// <summary>Files that are new, changed or gone since a commit, branch or tag.</summary>
    public ChangedFiles(string reference) => _reference = reference;

    /// <summary>True if a scenario's file is among them, or any file of the folder it has to itself.</summary>
    /// <exception cref="UsageException">There is no git, no repository or no such commit.</exception>
    public bool Touch(string scenario)
    {
        var at = Path.GetDirectoryName(Path.GetFullPath(scenario))!;
        // Git tells real paths; a folder on the way may be a link.
        var root = Git("-C", at, "rev-parse", "--show-toplevel").TrimEnd('\n');
        var file = Path.GetFullPath(
            Path.Combine(root, Git("-C", at, "rev-parse", "--show-prefix").TrimEnd('\n'), Path.GetFileName(scenario))
        );
        var folder = Path.GetDirectoryName(file)! + Path.DirectorySeparatorChar;
        var changed = _byRepository.TryGetValue(root, out var known) ? known : _byRepository[root] = In(root);
        return changed.Contains(file)
            || (Path.GetFileName(file) == "scenario.yaml" && changed.Any(p => p.StartsWith(folder, StringComparison.Ordinal)));
    }

    private HashSet<string> In(string root) =>
        [
            .. Git("-C", root, "diff", "--name-only", "-z", "--end-of-options", _reference, "--")
                .Split('\0', StringSplitOptions.RemoveEmptyEntries)
                .Concat(
                    Git("-C", root, "ls-files", "--others", "--exclude-standard", "-z").Split('\0', StringSplitOptions.RemoveEmptyEntries)
                )
                .Select(p => Path.GetFullPath(Path.Combine(root, p))),
        ];

    private static string Git(params string[] arguments)
    {
        var start = new ProcessStartInfo("git", arguments)
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        try
        {
            using var git = Process.Start(start)!;
            var error = git.StandardError.ReadToEndAsync();
            var output = git.StandardOutput.ReadToEnd();
            git.WaitForExit();
            return git.ExitCode == 0 ? output : throw new UsageException($"git: {error.Result.Trim()}");
        }
        catch (Win32Exception e)
        {
            throw new UsageException($"--changed-since asks git, and git does not start: {e.Message}");
        }
    }
}
