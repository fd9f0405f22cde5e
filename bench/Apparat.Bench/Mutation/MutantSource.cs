using System.Reflection;
using Apparat.Numerics;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Text;

namespace Apparat.Bench;

/// <summary>The sources of one project: which mutants there are, and the assembly each of them gives.</summary>
internal sealed class MutantSource
{
    private static readonly Purpose Drawn = Purpose.Of("mutant");
    private static readonly CSharpParseOptions Language = new(LanguageVersion.Latest);
    private readonly Dictionary<string, SyntaxTree> _files = [];
    private readonly CSharpCompilation _whole;

    /// <summary>Reads a project that was built in Release before.</summary>
    /// <param name="root">The root of the repository.</param>
    /// <param name="project">The name of the project, which is that of its folder and assembly.</param>
    public MutantSource(string root, string project)
    {
        Project = project;
        var folder = Path.Combine(root, "src", project);
        var made = Directory.EnumerateFiles(Path.Combine(folder, "obj", "Release", "net10.0"), $"{project}.*.cs");
        var written = Directory
            .EnumerateFiles(folder, "*.cs", SearchOption.AllDirectories)
            .Where(f => !Path.GetRelativePath(folder, f).StartsWith($"obj{Path.DirectorySeparatorChar}", StringComparison.Ordinal))
            .Order(StringComparer.Ordinal);
        foreach (var file in written)
            _files[Path.GetRelativePath(root, file)] = Parse(file);
        var others = ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!)
            .Split(Path.PathSeparator)
            .Where(f => Path.GetFileNameWithoutExtension(f) != project)
            .Select(f => MetadataReference.CreateFromFile(f));
        _whole = CSharpCompilation.Create(
            project,
            [.. made.Select(Parse), .. _files.Values],
            others,
            new CSharpCompilationOptions(
                OutputKind.DynamicallyLinkedLibrary,
                optimizationLevel: OptimizationLevel.Release,
                allowUnsafe: true,
                nullableContextOptions: NullableContextOptions.Enable
            )
        );
    }

    /// <summary>The name of the project.</summary>
    public string Project { get; }

    /// <summary>Every mutant, each with its draw in [0,1), addressed by the seed and by what the mutant is.</summary>
    public IEnumerable<(Mutant Mutant, double Draw)> All(ulong seed)
    {
        var chance = new Chance(seed, 0);
        foreach (var (path, tree) in _files)
        {
            var text = tree.GetText();
            var here = new List<Mutant>();
            new MutantWalker(
                (span, kind, after) =>
                    here.Add(new(Project, path, span, text.Lines.GetLinePosition(span.Start).Line + 1, kind, text.ToString(span), after))
            ).Visit(tree.GetRoot());
            foreach (var m in here)
                yield return (m, chance.Unit(Drawn, Key.Of(m.Path), m.Span.Start, Key.Of($"{m.Kind} {m.After}")));
        }
    }

    /// <summary>Writes the assembly with a mutant in it, or as it stands; false if it does not compile.</summary>
    public bool Emit(Mutant? mutant, string file)
    {
        var changed = _whole;
        if (mutant is not null)
        {
            var tree = _files[mutant.Path];
            var text = tree.GetText().WithChanges(new TextChange(mutant.Span, mutant.After));
            changed = _whole.ReplaceSyntaxTree(tree, CSharpSyntaxTree.ParseText(text, Language, tree.FilePath));
        }
        using var image = new MemoryStream();
        if (!changed.Emit(image).Success)
            return false;
        File.WriteAllBytes(file, image.ToArray());
        return true;
    }

    private static SyntaxTree Parse(string file) =>
        CSharpSyntaxTree.ParseText(SourceText.From(File.ReadAllText(file), System.Text.Encoding.UTF8), Language, file);
}
