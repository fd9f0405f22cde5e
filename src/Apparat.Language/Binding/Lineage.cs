using System.Collections.Immutable;

namespace Apparat.Language;

/// <summary>
/// Lays a scenario over the one it is <c>based on</c>. What the child says under a name stands; what it does not name is the parent's; where both have
/// names under a name, they are laid over each other in turn; a name with nothing behind it takes away. Lists and sentences are replaced whole.
/// </summary>
internal static class Lineage
{
    /// <summary>The key that names the parent.</summary>
    public const string Key = "based on";

    // A chain longer than this is hard to follow for a reader, too.
    private const int Longest = 8;

    /// <summary>The child laid over its parents; itself if it names none, or one that cannot be used, which is told.</summary>
    public static Node Whole(Context context, Node child) => Whole(context, child, [child.File.Path]);

    private static Node Whole(Context context, Node child, ImmutableArray<string> line)
    {
        if (child[Key] is not { } named)
            return child;
        var file = context.Text(named, "The scenario this one is based on");
        if (string.IsNullOrWhiteSpace(file))
        {
            if (file is not null)
                context.Diagnostics.Error("APP133", named.Span, "This names no scenario.", "based on: scenario.yaml");
            return child;
        }
        if (line.Contains(file, StringComparer.Ordinal) || line.Length > Longest)
        {
            context.Diagnostics.Error(
                "APP134",
                named.Span,
                line.Length > Longest
                    ? $"More than {Longest} scenarios stand one on another."
                    : $"This goes round in a circle: {string.Join(" is based on ", line.Add(file))}.",
                repair: "Base one of them on none."
            );
            return child;
        }
        if (context.Open(file) is not { } bytes)
        {
            context.Diagnostics.Error(
                "APP135",
                named.Span,
                $"There is no file \"{file}\" beside this one.",
                "a scenario in the same folder"
            );
            return child;
        }
        var yaml = YamlText.Read(file, bytes, context.Diagnostics);
        context.Lines[file] = yaml.Lines;
        return yaml.Root is { Kind: NodeKind.Map } parent ? Over(Whole(context, parent, line.Add(file)), child) : child;
    }

    private static Node Over(Node parent, Node child)
    {
        // A name said twice is told by the reader of the file; here the first counts.
        var said = child.Entries.DistinctBy(e => e.Key.Text).ToDictionary(e => e.Key.Text, StringComparer.Ordinal);
        var known = parent.Entries.Select(e => e.Key.Text).ToHashSet(StringComparer.Ordinal);
        return new Node
        {
            Kind = NodeKind.Map,
            File = child.File,
            Line = child.Line,
            Column = child.Column,
            InFlow = child.InFlow,
            Entries =
            [
                .. parent
                    .Entries.Where(e => e.Key.Text != Key)
                    .Select(e => said.TryGetValue(e.Key.Text, out var own) ? (own.Key, Value(e.Value, own.Value)) : e)
                    .Where(e => !e.Item2.IsEmpty),
                .. child.Entries.Where(e => !known.Contains(e.Key.Text) && e.Key.Text != Key && !e.Value.IsEmpty),
            ],
        };
    }

    private static Node Value(Node parent, Node child) =>
        parent.Kind == NodeKind.Map && child.Kind == NodeKind.Map ? Over(parent, child) : child;
}
