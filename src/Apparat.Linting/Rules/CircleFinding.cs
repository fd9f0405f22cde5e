using System.Collections.Immutable;
using System.Globalization;
using Apparat.Model;

namespace Apparat.Linting;

/// <summary>What the rules about circles have in common: how strong a circle is, what it costs to capture, and what would cut it.</summary>
internal static class CircleFinding
{
    private const int Shown = 4;
    private const int MostCircles = 100;

    /// <summary>The finding on the circles among some nodes.</summary>
    public static Finding Of(
        LintRule rule,
        LintContext charter,
        IReadOnlySet<int> nodes,
        IReadOnlyList<InfluenceEdge> edges,
        string message
    )
    {
        if (charter.Only is { } only)
            return Sketch(rule, charter, nodes, message, only);
        // Of nodes with the same gain, one with an office of its own, since a captor starts from one seat.
        var hub = nodes
            .OrderByDescending(n => Math.Round(charter.Gains.AtMeans(n), 9))
            .ThenByDescending(n => charter.Graph.Nodes[n].Organs.Length)
            .ThenBy(n => n)
            .First();
        var gain = charter.Gains.Of(hub);
        var cost = charter.CostOf(nodes);
        var circles = charter.Graph.CirclesOf(edges, MostCircles);
        var names = circles.OrderByDescending(c => c.Length).SelectMany(c => c.Steps).Select(s => s.Provision).Distinct().ToList();
        var evidence = charter.Said(names);
        // Of cuts of one size, that which makes capture dearest.
        var cut = CircleCut
            .Of(charter.Graph, edges)
            .OrderByDescending(c => charter.CostOf(nodes, c.ToHashSet()).Size ?? int.MaxValue)
            .FirstOrDefault();
        var cure = cut.IsDefaultOrEmpty ? null : Cure(charter, nodes, hub, gain.AtMeans, cost, [.. cut]);
        return new Finding
        {
            Rule = rule,
            // More likely than not the question "who chose the chooser?" comes back.
            Severity = gain.AtMeans > 0.5 ? Severity.Error : rule.Severity,
            Message = message,
            Organs = [.. nodes.Select(n => charter.Graph.Nodes[n].Name)],
            Evidence = evidence,
            Circles = [.. circles.Select(c => c.Steps.Select(s => names.IndexOf(s.Provision)).ToImmutableArray())],
            Measured = $"capture cost: {Seats(cost)}, loop gain {Range(gain)}",
            Notes = [.. Notes(charter, nodes, hub, gain.AtMeans, cost, circles, names, cure)],
            Story = Insiders.Of(charter, cost),
            Cure = cure,
            Measures = Measures(Robustness.Of(charter, nodes, hub), gain, BodyTimes.Of(charter, nodes, hub), nodes.Count > 1),
        };
    }

    private static Finding Sketch(LintRule rule, LintContext charter, IReadOnlySet<int> nodes, string message, IReadOnlySet<string> only)
    {
        var measures = ImmutableSortedDictionary<string, double>.Empty;
        if (only.Contains("loop_gain"))
            measures = measures.SetItem("loop_gain", nodes.Max(charter.Gains.AtMeans));
        if (only.Contains("capture_cost") && charter.CostOf(nodes).Size is { } size)
            measures = measures.SetItem("capture_cost", size);
        return new Finding
        {
            Rule = rule,
            Severity = rule.Severity,
            Message = message,
            Organs = [.. nodes.Select(n => charter.Graph.Nodes[n].Name)],
            Evidence = [],
            Measures = measures,
        };
    }

    /// <summary>A number of seats in words.</summary>
    public static string Seats(CaptureSets cost) =>
        cost.Size is not { } size ? "none"
        : cost.IsExact ? $"{size} seat{(size == 1 ? "" : "s")}"
        : $"{cost.AtLeast} to {size} seats";

    private static string Range(LoopGainRange gain) =>
        gain.High - gain.Low < 0.005
            ? string.Create(CultureInfo.InvariantCulture, $"{gain.AtMeans:0.00}")
            : string.Create(CultureInfo.InvariantCulture, $"{gain.AtMeans:0.00} ({gain.Low:0.00} .. {gain.High:0.00})");

    private static IEnumerable<string> Notes(
        LintContext charter,
        IReadOnlySet<int> nodes,
        int hub,
        double gain,
        CaptureSets cost,
        ImmutableArray<Circle> circles,
        List<string> names,
        Cure? cure
    )
    {
        if (circles.Length > 1)
        {
            var shown = circles.OrderBy(c => c.Length).Take(Shown).Select(c => string.Join('-', c.Steps.Select(s => s.Provision)));
            yield return $"{Number(circles.Length)} circles: {string.Join(" and ", shown)}{(circles.Length > Shown ? ", ..." : "")}.";
        }
        yield return cure?.Effect ?? "No six provisions are enough to cut every circle.";
        // The strongest single strike, where it does not cut all.
        if (cure is not { Strike.Length: 1 })
        {
            var best = names.Select(n => (n, Gain: GainWithout(charter, hub, [n]))).MinBy(x => x.Gain);
            if (best.Gain < gain - 0.005)
                yield return $"Striking {best.n} alone {Change(charter, nodes, gain, best.Gain, cost, [best.n])}.";
        }
        var steepest = ShareEffects.Of(charter.Graph, hub, charter.PriorOf, names).FirstOrDefault(e => e.Slope > 0.005);
        if (steepest.Provision is not null && names.Count > 1)
        {
            yield return string.Create(
                CultureInfo.InvariantCulture,
                $"The share that matters most: {steepest.Provision}; a tenth less of it takes {steepest.Slope / 10:0.00} off the loop gain."
            );
        }
        if (BodyTimes.Of(charter, nodes, hub) is { } times)
            yield return times.Text;
        if (nodes.Count > 1)
        {
            var months = CaptureTime.Months(charter.Gains.Matrix, ImmutableHashSet.Create(hub), nodes, charter.Mean, charter.UsualTurnover);
            yield return months is { } m
                ? $"From {charter.Graph.Nodes[hub].Name} alone, clients are a majority everywhere in the circle after {m} months in the mean."
                : $"From {charter.Graph.Nodes[hub].Name} alone, clients do not become a majority everywhere in the circle within 100 years, in the mean.";
        }
    }

    private static Cure Cure(LintContext charter, IReadOnlySet<int> nodes, int hub, double gain, CaptureSets cost, HashSet<string> cut)
    {
        var list = cut.ToImmutableArray();
        var after = GainWithout(charter, hub, cut);
        return new Cure(
            list,
            $"Cheapest cut: strike {string.Join(" and ", list)}; no circle is left. It {Change(charter, nodes, gain, after, cost, cut)}."
        );
    }

    private static string Change(
        LintContext charter,
        IReadOnlySet<int> nodes,
        double gain,
        double after,
        CaptureSets cost,
        HashSet<string> struck
    )
    {
        var then = charter.CostOf(nodes, struck);
        var costs =
            then.Size is not { } size ? "and nothing is left to be captured from inside"
            : size == cost.Size ? $"capture cost stays {size}"
            : $"capture cost {cost.Size} -> {size}";
        return string.Create(CultureInfo.InvariantCulture, $"takes loop gain {gain:0.00} -> {after:0.00}, {costs}");
    }

    private static double GainWithout(LintContext charter, int hub, HashSet<string> struck) =>
        LoopGain.Of(SelectionMatrix.Of(charter.Graph, (name, p) => struck.Contains(name) ? 0 : charter.Mean(p)), hub);

    private static ImmutableSortedDictionary<string, double> Measures(
        Robustness robustness,
        LoopGainRange gain,
        BodyTimes? times,
        bool several
    )
    {
        var measures = ImmutableSortedDictionary.CreateBuilder<string, double>(StringComparer.Ordinal);
        measures["loop_gain"] = gain.AtMeans;
        measures["loop_gain_low"] = gain.Low;
        measures["loop_gain_high"] = gain.High;
        measures["outside_influence"] = robustness.OutsideInfluence;
        measures["root_paths"] = robustness.RootPaths;
        if (robustness.CaptureCost is { } cost)
        {
            measures["capture_cost"] = cost;
            measures["capture_cost_share"] = robustness.CostShare;
        }
        if (times?.ByTerms is { } terms)
            measures["months_by_terms"] = terms;
        if (times is not null)
            measures["months_one_by_one"] = times.OneByOne;
        if (times is not null && double.IsFinite(times.Refills))
            measures["refills_by_imitation"] = times.Refills;
        if (several && robustness.MonthsFromOneSeat is { } months)
            measures["months_from_one_seat"] = months;
        if (several)
            measures["recovery_in_5_years"] = robustness.Recovery;
        return measures.ToImmutable();
    }

    private static string Number(int n) =>
        n switch
        {
            2 => "Two",
            3 => "Three",
            4 => "Four",
            5 => "Five",
            6 => "Six",
            _ => n.ToString(CultureInfo.InvariantCulture),
        };
}
