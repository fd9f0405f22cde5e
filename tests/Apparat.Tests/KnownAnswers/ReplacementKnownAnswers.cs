using System.Globalization;
using Apparat.Model;
using Apparat.Simulation;

namespace Apparat.Tests;

/// <summary>How fast seats change hands and whose they become, against the analytic tables (theory 7.2, 8.2-8.4).</summary>
public sealed class ReplacementKnownAnswers
{
    public static TheoryData<int, string> Turnovers
    {
        get
        {
            var data = new TheoryData<int, string>();
            foreach (
                var (seats, turnover) in PublishedTable
                    .Read("replacement_curve.csv")
                    .Select(r => (r["seats"], r["monthly_turnover_per_seat"]))
                    .Distinct()
            )
                data.Add(int.Parse(seats), turnover);
            return data;
        }
    }

    public static TheoryData<int, int, string, double> CaptureTimes
    {
        get
        {
            var data = new TheoryData<int, int, string, double>();
            foreach (var row in PublishedTable.Read("capture_time_independent_turnover.csv"))
                data.Add(
                    int.Parse(row["seats"]),
                    int.Parse(row["k_needed"]),
                    row["monthly_turnover"],
                    PublishedTable.Number(row["E_capture_months_discrete_exact"])
                );
            return data;
        }
    }

    public static TheoryData<string, int, int, int> Staggered
    {
        get
        {
            var data = new TheoryData<string, int, int, int>();
            foreach (var row in PublishedTable.Read("capture_time_staggered.csv"))
                data.Add(
                    row["class_sizes_in_order_of_expiry"],
                    int.Parse(row["months_between_elections"]),
                    int.Parse(row["seats_needed"]),
                    int.Parse(row["months_to_capture_if_every_new_seat_is_ours"])
                );
            return data;
        }
    }

    public static TheoryData<int, string, int, int, double> Chains
    {
        get
        {
            var data = new TheoryData<int, string, int, int, double>();
            foreach (var row in PublishedTable.Read("capture_chain_hitting_times.csv"))
                data.Add(
                    int.Parse(row["seats"]),
                    row["phi"],
                    int.Parse(row["initial_clients"]),
                    int.Parse(row["majority"]),
                    PublishedTable.Number(row["expected_refills"])
                );
            return data;
        }
    }

    [Theory]
    [MemberData(nameof(Turnovers))]
    public void Natural_turnover_alone_replaces_seats_by_the_law(int seats, string turnover)
    {
        var rows = PublishedTable
            .Read("replacement_curve.csv")
            .Where(r => r["seats"] == seats.ToString(CultureInfo.InvariantCulture) && r["monthly_turnover_per_seat"] == turnover)
            .ToList();
        var months = rows.Select(r => int.Parse(r["month"])).ToArray();
        var replaced = months.ToDictionary(m => m, _ => new Sample());
        var majority = months.ToDictionary(m => m, _ => new Sample());
        var needed = int.Parse(rows[0]["majority_k"]);
        var stage = new Stage(Lottery(seats, turnover, months.Max()));
        for (var run = 0; run < 800; run++)
        {
            var left = Departures(stage.Play(2, run), seats);
            foreach (var month in months)
            {
                var gone = left.Count(m => m <= month);
                replaced[month].Add((double)gone / seats);
                majority[month].Add(gone >= needed ? 1 : 0);
            }
        }
        foreach (var row in rows)
        {
            var month = int.Parse(row["month"]);
            var sd = PublishedTable.Number(row["sd_share_replaced"]);
            replaced[month].HasMean(PublishedTable.Number(row["expected_share_replaced"]), sd, $"replaced after {month} months");
            replaced[month].HasStandardDeviation(sd, $"replaced after {month} months");
            majority[month].HasProbability(PublishedTable.Number(row["P(majority replaced by month)"]), $"majority after {month} months");
        }
    }

    [Theory]
    [MemberData(nameof(CaptureTimes))]
    public void A_number_of_seats_is_replaced_in_the_expected_time(int seats, int needed, string turnover, double months)
    {
        var stage = new Stage(Lottery(seats, turnover, (int)(6 * months)));
        var times = new Sample();
        for (var run = 0; run < 500; run++)
            times.Add(Departures(stage.Play(3, run), seats).Order().ElementAt(needed - 1));
        times.HasMean(months, "months until captured");
    }

    [Theory]
    [MemberData(nameof(Staggered))]
    public void Staggered_classes_fall_when_the_last_needed_class_is_renewed(string classes, int months, int needed, int captured)
    {
        int[] sizes = [.. classes.Split(' ').Select(int.Parse)];
        var organs = Enumerable.Range(1, sizes.Length).Select(k => $"Class {k}").ToArray();
        var scenario = Stage.Read(
            $$"""
            scenario: Classes of seats
            from: 2000-01-01
            until: 2009-12-31
            organs:
              Maker: {seats: 1}
              {{string.Join("\n  ", organs.Select((o, k) => $"{o}: {{seats: {sizes[k]}, term: {(k + 1) * months} months, rank: 1}}"))}}
            people:
              Captor: {holds: [Maker]}
            contenders: [Captor]
            cadres: 3000
            behaviour: [those placed owe their patron, there are no alliances]
            priors: {l0: 1, tau: 1, delta: 0}
            clauses:
              1: Maker appoints {{string.Join(", ", organs)}}
            """
        );
        var first = -1;
        var captor = scenario.Cast.Contenders[0];
        var stage = new Stage(
            scenario,
            w =>
            {
                var clients = 0;
                foreach (var organ in scenario.Charter.Organs.Skip(1))
                {
                    foreach (var holder in w.Scene.Holders(organ.Id))
                        clients += w.Scene.Patron(holder) == captor ? 1 : 0;
                }
                first = first < 0 && clients >= needed ? w.Turn : first;
            }
        );
        stage.Play(4, 0);

        Assert.Equal(captured, first);
    }

    [Theory]
    [MemberData(nameof(Chains))]
    public void A_board_refilled_by_a_patron_or_by_imitation_is_captured_in_the_expected_number_of_refills(
        int seats,
        string phi,
        int clients,
        int majority,
        double refills
    )
    {
        // Long enough for the slowest of some hundred histories: waiting times have a geometric tail.
        var scenario = Imitation(seats, PublishedTable.Number(phi), clients, (int)Math.Min(3000, 14 * refills / (seats * 0.01)));
        var board = scenario.Charter.Organs.Single(o => o.Name == "Board").Id;
        var red = scenario.Cast.Contenders[0];
        var stage = new Stage(scenario);
        var counts = new Sample();
        for (var run = 0; run < (seats > 11 ? 150 : 600); run++)
        {
            var ours = scenario.Cast.Ties.Select(t => t.From).ToHashSet();
            var placed = -(seats - clients);
            foreach (var entry in stage.Play(5, run).Where(e => e.Organ == board))
            {
                if (entry.Kind == TraceKind.Left)
                    ours.Remove(entry.Person);
                else if (entry.Kind == TraceKind.Placed)
                {
                    placed++;
                    if (placed > 0 && entry.By == red)
                        ours.Add(entry.Person);
                    if (ours.Count >= majority)
                        break;
                }
            }
            Assert.True(ours.Count >= majority, "not captured in the time played");
            counts.Add(placed);
        }
        counts.HasMean(refills, "refills until captured");
    }

    [Theory]
    [InlineData("base", 0.7)]
    [InlineData("no_appointment", 0.0)]
    public void Secretaries_become_the_appointers_as_the_mean_field_says(string name, double share)
    {
        // The first link of the pipeline. The others elect by majority and not in proportion, so that the mean field is not theirs.
        var rows = PublishedTable.Read("mean_field_pipeline.csv").Where(r => r["scenario"] == name).ToList();
        var scenario = Stage.Read(
            $$"""
            scenario: The first link of a pipeline
            from: 2000-01-01
            until: 2007-12-31
            organs:
              Secretary: {seats: 1, rank: 1}
              Units: {seats: 83, rank: 0.25, turnover: {{Hazard("0.04")}}}
            people:
              Captor: {holds: [Secretary]}
            contenders: [Captor]
            cadres: 8000
            behaviour: [those placed owe their patron, there are no alliances]
            priors: {l0: 1, nu: 0}
            clauses:
              1: {means: Secretary appoints Units, share: {{share.ToString(
                CultureInfo.InvariantCulture
            )}}, otherwise: Units are drawn by lot}
            """
        );
        var shares = rows.ToDictionary(r => int.Parse(r["month"]), _ => new Sample());
        var captor = scenario.Cast.Contenders[0];
        var units = scenario.Charter.Organs[1].Id;
        var stage = new Stage(
            scenario,
            w =>
            {
                if (!shares.TryGetValue(w.Turn + 1, out var sample))
                    return;
                var clients = 0;
                foreach (var holder in w.Scene.Holders(units))
                    clients += w.Scene.Patron(holder) == captor ? 1 : 0;
                sample.Add(clients / 83.0);
            }
        );
        for (var run = 0; run < 250; run++)
            stage.Play(6, run);

        foreach (var row in rows)
            shares[int.Parse(row["month"])].HasMean(PublishedTable.Number(row["regional_client_share"]), $"{name}, month {row["month"]}");
    }

    [Fact]
    public void With_every_link_closed_the_committee_falls_at_the_first_congress_after_most_secretaries_did()
    {
        // Theory 8.3: delegates follow their secretaries alone, all secretaries are appointed, nobody fears; the list decides nothing.
        var scenario = Stage.Read(
            $$"""
            scenario: A closed circle
            from: 2000-01-01
            until: 2004-12-31
            organs:
              Secretary: {seats: 1, rank: 1}
              Units: {seats: 20, leads branches: yes, rank: 0.25, turnover: {{Hazard("0.05")}}}
              Congress: {counted: yes, seats: 60, meets: yearly}
              Council: {seats: 9, term: until next Congress, rank: 0.5, pool: [Units], closed: yes, turnover: 0}
            people:
              Captor: {holds: [Secretary]}
              Rival: {}
              {{string.Join("\n  ", Enumerable.Range(1, 20).Select(i => $"Head {i}: {{holds: [Units]}}"))}}
            contenders: [Captor, Rival]
            cadres: 2000
            branches: {number: 20}
            ties:
              {{string.Join("\n  ", Enumerable.Range(1, 20).Select(i => $"- {{from: Head {i}, to: Rival, strength: 1}}"))}}
            behaviour: [those placed owe their patron, voters favour the clients of those they follow, there are no alliances]
            priors: {l0: 1, tau: 1, nu: 0, b_loy: 60}
            clauses:
              1: Secretary appoints Units
              2: Units choose Congress by delegation
              3: {means: "Congress elects Council by majority, from the slate of Secretary", slate share: 0}
            """
        );
        var captor = scenario.Cast.Contenders[0];
        var (units, council) = (scenario.Charter.Organs[1].Id, scenario.Charter.Organs[3].Id);
        int before = 0,
            after = 0;
        var stage = new Stage(
            scenario,
            w =>
            {
                if (w.Turn % 12 != 0 || w.Turn == 0)
                    return;
                var secretaries = Clients(w, units);
                if (secretaries == 10)
                    return;
                before += secretaries < 10 ? 1 : 0;
                after += secretaries > 10 ? 1 : 0;
                Assert.Equal(secretaries > 10, Clients(w, council) > 4);
            }
        );
        for (var run = 0; run < 300; run++)
            stage.Play(7, run);
        Assert.True(before > 100 && after > 100);

        int Clients(World w, OrganId organ)
        {
            var n = 0;
            foreach (var holder in w.Scene.Holders(organ))
                n += !holder.IsNone && w.Scene.Patron(holder) == captor ? 1 : 0;
            return n;
        }
    }

    // Months after which each of the first holders left; those who stayed are given the end of time.
    private static List<int> Departures(List<TraceEntry> entries, int seats)
    {
        var first = entries.Where(e => e.Kind == TraceKind.Placed).Take(seats).Select(e => e.Person).ToHashSet();
        Assert.Equal(seats, first.Count);
        var left = entries
            .Where(e => e.Kind == TraceKind.Left && first.Contains(e.Person))
            .DistinctBy(e => e.Person)
            .Select(e => e.Turn.Index + 1)
            .ToList();
        return [.. left, .. Enumerable.Repeat(int.MaxValue, seats - left.Count)];
    }

    // A monthly probability d of leaving is a hazard of -ln(1 - d).
    private static string Hazard(string turnover) =>
        (-Math.Log(1 - PublishedTable.Number(turnover))).ToString("0.############", CultureInfo.InvariantCulture);

    private static Scenario Lottery(int seats, string turnover, int months) =>
        Stage.Read(
            $$"""
            scenario: Seats by lot
            from: 2000-01-01
            until: {{new DateOnly(2000, 1, 1).AddMonths(months).AddDays(-1):yyyy-MM-dd}}
            organs:
              Board: {seats: {{seats}}, turnover: {{Hazard(turnover)}}}
            cadres: 4000
            behaviour: [there are no alliances]
            clauses:
              1: Board is drawn by lot
            """
        );

    private static Scenario Imitation(int seats, double phi, int clients, int months) =>
        Stage.Read(
            $$"""
            scenario: A patron or imitation
            from: 2000-01-01
            until: {{new DateOnly(2000, 1, 1).AddMonths(months).AddDays(-1):yyyy-MM-dd}}
            organs:
              Board: {seats: {{seats}}, rank: 1, turnover: 0.01}
              Teller: {office of: Board, term: 1 month, pool: [Board], closed: yes}
              Red House: {seats: 1}
            people:
              Red: {holds: [Red House]}
              {{string.Join("\n  ", Enumerable.Range(1, clients).Select(i => $"Client {i}: {{holds: [Board]}}"))}}
            contenders: [Red]
            cadres: 8000
            {{(
                clients == 0
                    ? ""
                    : "ties:\n"
                        + string.Join("\n", Enumerable.Range(1, clients).Select(i => $"  - {{from: Client {i}, to: Red, strength: 1}}"))
            )}}
            behaviour: [those placed owe their patron, there are no alliances]
            priors: {l0: 1, nu: 0, tau: 1}
            clauses:
              1: {means: Red House appoints Board, share: {{phi.ToString(CultureInfo.InvariantCulture)}}, otherwise: Teller appoints Board}
              2: Teller is drawn by lot
            """
        );
}
