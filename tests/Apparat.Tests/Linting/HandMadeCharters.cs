using System.Collections.Immutable;
using System.Text.Json;
using Apparat.Linting;
using Apparat.Model;
using Apparat.Numerics;
using Apparat.Vocabulary;

namespace Apparat.Tests;

/// <summary>Small charters and capture games made in code.</summary>
internal static class HandMadeCharters
{
    /// <summary>A charter of bodies, each "Name seats".</summary>
    public static ImmutableArray<Organ> Organs(params (string Name, int Seats)[] organs) =>
        [
            .. organs.Select(
                (o, i) =>
                    new Organ
                    {
                        Id = new OrganId(i),
                        Name = o.Name,
                        Key = Key.Of(o.Name),
                        Seats = o.Seats,
                        MostSeats = o.Seats,
                    }
            ),
        ];

    public static Charter Charter(ImmutableArray<Organ> organs, params Rule[] rules) =>
        new(organs, [.. rules.Select((r, i) => new Clause(new ClauseId($"C{i + 1}"), [r], null, Citation.None, SourceSpan.Nowhere))]);

    public static Parameter Share(string name, double value) => Parameter.Share(name, new Fixed(value), "made by hand");

    /// <summary>The charter in which each organ is filled by others in given shares, the last of them deciding what the first do not.</summary>
    public static Charter Filled(IReadOnlyList<string> names, IReadOnlyDictionary<string, (string By, double Share)[]> shares)
    {
        var organs = Organs([.. names.Select(n => (n, 9))]);
        var rules = new List<Rule>();
        foreach (var (to, by) in shares)
        {
            Rule? rest = null;
            var left = 1 - by.Sum(b => b.Share);
            foreach (var (from, share) in by.Reverse())
            {
                left += share;
                var rule = new Elects(Id(from), [Id(to)]) { Share = Share($"{to} by {from}", left == 0 ? 0 : share / left) };
                rest = rest is null ? rule : rule with { Otherwise = new Reference("the others", rest) };
            }
            rules.Add(rest!);
        }
        return Charter(organs, [.. rules]);

        OrganId Id(string name) => organs.First(o => o.Name == name).Id;
    }

    /// <summary>A capture game of the published table, with its target.</summary>
    public static (CaptureGame Game, ImmutableArray<Hurdle> Target) Game(JsonElement charter)
    {
        var forbidden = charter.GetProperty("forbidden").EnumerateArray().Select(f => f.GetString()).ToList();
        var entries = charter.GetProperty("classes").EnumerateObject().ToList();
        var classes = entries
            .Select(e => new SeatClass(e.Name, e.Value[0].GetInt32(), null, !forbidden.Contains(e.Name)))
            .ToImmutableArray();
        var grants = ImmutableArray.CreateBuilder<Grant>();
        var delegations = ImmutableArray.CreateBuilder<Delegation>();
        for (var c = 0; c < classes.Length; c++)
        {
            if (entries[c].Value[1] is not { ValueKind: JsonValueKind.Array } selector)
                continue;
            var by = entries.FindIndex(e => e.Name == selector[1].GetString());
            if (selector[0].GetString() == "rep")
                delegations.Add(new Delegation(c, by, classes[c].Seats, classes[c].Name));
            else
                grants.Add(
                    new Grant(
                        c,
                        classes[c].Seats,
                        [
                            [new Hurdle(by, selector[0].GetString() == "body" ? selector[2].GetInt32() : 1)],
                        ],
                        classes[c].Name
                    )
                );
        }
        var game = new CaptureGame(classes, [], grants.ToImmutable(), delegations.ToImmutable());
        return (
            game,
            [
                .. charter
                    .GetProperty("target")
                    .EnumerateObject()
                    .Select(t => new Hurdle(entries.FindIndex(e => e.Name == t.Name), t.Value.GetInt32())),
            ]
        );
    }
}
