using Apparat.Model;

namespace Apparat.Amending;

/// <summary>Strikes a sentence, or one tail of it.</summary>
internal sealed class Strikes : Reform
{
    public override IEnumerable<string> For(Draft draft) =>
        draft.Sentences.SelectMany(s => s.Rule.Tails.Select(t => $"strike {s.Name}/{Charter.TailName(t)}").Prepend($"strike {s.Name}"));
}
