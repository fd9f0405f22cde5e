using System.Collections;
using System.Globalization;
using System.Reflection;
using System.Text;
using Apparat.Model;
using Apparat.Vocabulary;

namespace Apparat.Tests;

/// <summary>
/// What each word says of itself before anything is played: whom it fills and by whom, what it holds over whom, its norms, its range. Kept as a
/// text, a word a paragraph, so that a reviewer reads what changed.
/// </summary>
public sealed class DeclaredWords
{
    // What other answers tell already.
    private static readonly HashSet<string> Told =
    [
        nameof(Word.Parameters),
        nameof(Rule.AllInfluences),
        nameof(Rule.AllNorms),
        nameof(Provision.Alternatives),
        nameof(Provision.Share),
    ];

    [Fact]
    public void Every_word_declares_what_it_declared()
    {
        var text = new StringBuilder();
        var said = StandardLexicon.Instance.Entries.Select(e => e.Name).Distinct().Select(AnyWord.Make).ToList();
        // Some words are only ever a reference.
        var instead = said.OfType<Provision>().SelectMany(p => p.Alternatives).Select(r => r.Rule).OfType<Word>();
        foreach (var word in said.Concat(instead).DistinctBy(w => w.GetType()))
        {
            text.Append(CultureInfo.InvariantCulture, $"{word.GetType().Name}\n");
            foreach (var (question, answer) in Answers(word).Where(a => a.Item2 is not ("-" or "[]" or "False" or "")))
                text.Append(CultureInfo.InvariantCulture, $"  {question}: {answer}\n");
        }
        Golden.Holds(text.ToString(), "tests", "Apparat.Tests", "Cases", "declared-words.txt");
    }

    private static IEnumerable<(string, string)> Answers(Word word)
    {
        foreach (var property in word.GetType().GetProperties().Where(p => p.GetIndexParameters().Length == 0).OrderBy(p => p.Name))
        {
            if (!Told.Contains(property.Name))
                yield return (property.Name, Say(property.GetValue(word)));
        }
        var organs = Enumerable.Range(0, 5).Select(i => new OrganId(i)).ToArray();
        if (word is Limit limit)
        {
            yield return ("concerns", Say(organs.Where(limit.Concerns)));
            yield return ("silences", Say(organs.Where(o => !limit.Votes(o))));
        }
        if (word is Power power)
            yield return ("confirms", Say(organs.Where(o => power.Confirming(o) is not null)));
        if (word is Tail tail)
        {
            foreach (var name in new[] { nameof(Elects), nameof(Dismisses), nameof(Quorum) })
            {
                var head = (Rule)AnyWord.Make(name);
                yield return (
                    $"on {name}",
                    $"{Say(tail.InfluencesOn(head))} {Say(tail.NormsOn(head))}".Replace("[] []", "", StringComparison.Ordinal)
                );
            }
        }
    }

    private static string Say(object? value) =>
        value switch
        {
            null => "-",
            string text => text,
            OrganId or PersonId or DocumentId or ClauseId =>
                $"{value.GetType().Name[..^2]} {value.GetType().GetProperties()[0].GetValue(value)}",
            Parameter p => $"{p.Name} {p.Prior}",
            Word word => word.GetType().Name,
            DateOnly day => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
            Type type => type.Name,
            IFormattable number when value.GetType().IsPrimitive => number.ToString(null, CultureInfo.InvariantCulture),
            IEnumerable many => IsDefault(many) ? "-" : $"[{string.Join(", ", many.Cast<object?>().Select(Say))}]",
            _ when value.GetType().IsEnum || value.GetType().IsPrimitive => $"{value}",
            _ => $"{value.GetType().Name.Split('`')[0]}({string.Join(", ", Parts(value).Select(Say))})",
        };

    private static bool IsDefault(IEnumerable many) => many.GetType().GetProperty("IsDefault")?.GetValue(many) is true;

    private static IEnumerable<object?> Parts(object value) =>
        value is System.Runtime.CompilerServices.ITuple tuple
            ? Enumerable.Range(0, tuple.Length).Select(i => tuple[i])
            : value
                .GetType()
                .GetProperties(BindingFlags.Public | BindingFlags.Instance)
                .Where(p =>
                    p.GetIndexParameters().Length == 0
                    && p.PropertyType != value.GetType()
                    && !p.Name.StartsWith("All", StringComparison.Ordinal)
                )
                .OrderBy(p => p.Name)
                .Select(p => p.GetValue(value));
}
