using System.Collections.Immutable;
using System.Reflection;
using Apparat.Language;
using Apparat.Linting;
using Apparat.Model;
using Apparat.Vocabulary;

namespace Apparat.Amending;

/// <summary>A charter under the pen: what a finding in it rests on, and how changes of it are worded.</summary>
internal sealed class Draft
{
    private readonly SentenceWriter _writer;
    private int _inserted;

    public Draft(Scenario scenario, LintContext charter, Finding finding)
    {
        (Charter, Finding) = (charter, finding);
        _writer = new SentenceWriter(StandardLexicon.Instance, scenario);
        About = [.. charter.Charter.Organs.Where(o => finding.Organs.Contains(o.Name)).Select(o => o.Id)];
        var nodes = About.Select(o => charter.Graph[o].Index).ToHashSet();
        var rests = finding.Evidence.Select(e => Model.Charter.SentenceOf(e.Name)).ToHashSet();
        Sentences =
        [
            .. charter.Rules.Where(r =>
                r.Clause.DefaultOf is null
                && (
                    rests.Contains(r.Name)
                    || r.Rule.AllInfluences.Any(i => nodes.Contains(charter.Graph[i.To].Index))
                    || r.Rule.AllNorms.Any(n => n.About is { } o && nodes.Contains(charter.Graph[o].Index))
                )
            ),
        ];
        Outside =
        [
            .. charter
                .Charter.Organs.Where(o => (o.Count is not null || o.Counted) && !nodes.Contains(charter.Graph[o.Id].Index))
                .Select(o => o.Id),
        ];
        Attributes = scenario.Attributes;
    }

    public LintContext Charter { get; }

    public Finding Finding { get; }

    /// <summary>The organs the finding is about.</summary>
    public ImmutableArray<OrganId> About { get; }

    /// <summary>Sentences that the finding rests on or that bear on its organs; those of the law above the charter are not ours to change.</summary>
    public ImmutableArray<(string Name, Clause Clause, Rule Rule)> Sentences { get; }

    /// <summary>Bodies of members, and assemblies of their delegates, that the finding is not about.</summary>
    public ImmutableArray<OrganId> Outside { get; }

    public ImmutableArray<SharedAttribute> Attributes { get; }

    /// <summary>Bodies of members in the charter.</summary>
    public IEnumerable<OrganId> Members => Charter.Charter.Organs.Where(o => o.Count is not null).Select(o => o.Id);

    /// <summary>Another wording for a sentence.</summary>
    public string Redraft(string name, Rule rule) => $"redraft {name}: {_writer.Write(rule)}";

    /// <summary>A new clause, under a number that is free.</summary>
    public string Insert(Rule rule)
    {
        string number;
        do number = $"A{++_inserted}";
        while (Charter.Charter.Clauses.Any(c => c.Id.Text == number));
        return $"insert {number}: {_writer.Write(rule)}";
    }

    /// <summary>A tail put in or put in the place of one of its kind; nothing where the sentence takes no such tail.</summary>
    public IEnumerable<string> WithTail(string name, Rule rule, Tail tail)
    {
        if (Takes(rule, tail.GetType()))
            yield return Redraft(name, rule with { Tails = [.. rule.Tails.Where(t => t.GetType() != tail.GetType()), tail] });
    }

    /// <summary>True if a sentence may have a tail of a kind.</summary>
    public static bool Takes(Rule rule, Type tail) =>
        rule.GetType().GetCustomAttributes<SentenceAttribute>().SelectMany(s => s.Takes).Contains(tail);
}
