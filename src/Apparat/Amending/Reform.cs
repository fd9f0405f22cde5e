using System.Collections.Immutable;

namespace Apparat.Amending;

/// <summary>One way of changing a charter that may cure a finding; all there are in this box are tried.</summary>
internal abstract class Reform
{
    /// <summary>All reforms, in the order of their names.</summary>
    public static ImmutableArray<Reform> All { get; } =
    [
        .. typeof(Reform)
            .Assembly.GetTypes()
            .Where(t => t.IsSubclassOf(typeof(Reform)) && !t.IsAbstract)
            .OrderBy(t => t.Name, StringComparer.Ordinal)
            .Select(t => (Reform)Activator.CreateInstance(t)!),
    ];

    /// <summary>Changes of this kind that bear on a finding, as <c>--with</c> takes them.</summary>
    public abstract IEnumerable<string> For(Draft draft);
}
