using System.Globalization;
using System.Text;

namespace Apparat.Bench;

/// <summary>
/// A federation of any size as files: local bodies of ten under a council, a bureau and its secretary. A third of the local bodies are
/// appointed and dismissed from above, a third elect themselves anew, a third are elected by the council; members are counted in branches.
/// </summary>
internal static class GeneratedScenario
{
    private const int SeatsOfLocal = 10;
    private const int Branches = 50;

    /// <summary>Writes the scenario with so many office-holders in local bodies to a folder; the path of its file.</summary>
    public static string Write(string folder, int persons)
    {
        Directory.CreateDirectory(folder);
        var branches = new StringBuilder("branch,members,source\n");
        for (var b = 1; b <= Branches; b++)
            branches.Append(CultureInfo.InvariantCulture, $"Branch {b},{persons},declared\n");
        File.WriteAllText(Path.Combine(folder, "branches.csv"), branches.ToString());
        var file = Path.Combine(folder, "scenario.yaml");
        File.WriteAllText(file, Text(persons));
        return file;
    }

    private static string Text(int persons)
    {
        var locals = persons / SeatsOfLocal;
        var text = new StringBuilder();
        text.Append(
            """
            scenario: A generated federation
            about:    How does the cost of a run grow with those who hold office?
            from:     2000-01-01
            until:    2008-04-30
            step:     month
            tables:   {branches: branches.csv}
            organs:
              Branch Leaders: {seats: 50, leads branches: yes, rank: 0.25, source: declared}
              Congress:       {counted: yes, seats: 500, meets: yearly, source: declared}
              Council:        {seats: 60, meets: every 2 months, term: until next Congress, rank: 0.5, turnover: "0.01 [declared]", source: declared}
              Bureau:         {seats: 7, meets: monthly, term: until next Council, rank: 1, pool: [Council], closed: yes, source: declared}
              Secretary:      {office of: Bureau, term: until next Council, source: declared}

            """
        );
        for (var i = 1; i <= locals; i++)
            text.Append(
                CultureInfo.InvariantCulture,
                $"  Local {i}: {{seats: {SeatsOfLocal}, meets: quarterly, term: {12 * (1 + (i % 3))} months, rank: 0.1, turnover: \"0.01 [declared]\", source: declared}}\n"
            );
        text.Append(
            CultureInfo.InvariantCulture,
            $$"""
            issues:
              Spending: 0 [declared]
            people:
              Anna: {holds: [Council, Bureau, Secretary], source: declared}
              Bert: {holds: [Council, Bureau], source: declared}
              Carl: {holds: [Council, Bureau], source: declared}
            contenders: {people: [Anna, Bert, Carl], source: declared}
            cadres: {number: {{persons + (persons / 5) + 200}}, called: an official, source: declared}
            branches:
              leanings: {Anna: 0.1..0.3, Bert: 0.1..0.3, Carl: 0.1..0.3}
              ties:     0.2..0.8
              source:   declared
            traits:
              heads:
                prestige:   {base: "0.2..0.8", source: declared}
                competence: {base: "normal(0, 0.3)", source: declared}
                Spending:   {base: "-0.8..0.8", source: declared}
              cadres:
                prestige:   {base: "0.05..0.3", source: declared}
                competence: {base: "normal(0, 0.3)", source: declared}
                Spending:   {base: "-0.8..0.8", source: declared}
            clauses:
              A1: Branch Leaders choose Congress by delegation [declared]
              A2: "Congress elects Council from the slate of Bureau, in secret [declared]"
              A3: Council elects Bureau, Secretary by majority [declared]
              A4: Bureau appoints Branch Leaders [declared]
              A5: Council dismisses Bureau by majority [declared]
              A6: Bureau sets the agenda of Council [declared]
              A7: Council decides policy by majority [declared]

            """
        );
        for (var i = 1; i <= locals; i++)
            text.Append(
                (i % 3) switch
                {
                    0 => string.Create(
                        CultureInfo.InvariantCulture,
                        $"  L{i}: Bureau appoints Local {i} [declared]\n  D{i}: Bureau dismisses Local {i} [declared]\n"
                    ),
                    1 => string.Create(CultureInfo.InvariantCulture, $"  L{i}: Local {i} elects Local {i} by majority [declared]\n"),
                    _ => string.Create(CultureInfo.InvariantCulture, $"  L{i}: Council elects Local {i} by majority [declared]\n"),
                }
            );
        text.Append(
            """
            outcomes:
              rules(X): X sits in Bureau and no other living contender does [declared]
            measures:
              - patronage of each contender in Council
            question:
              text:          Who owns the federation in the end?
              office:        Secretary
              holder:        Anna
              decisive body: Council
              prize:         Bureau
              headline:      rules
              scope:         [A generated charter; it describes nobody.]

            """
        );
        return text.ToString();
    }
}
