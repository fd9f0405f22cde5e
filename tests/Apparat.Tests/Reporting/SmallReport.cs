using System.Collections.Immutable;
using Apparat.Analysis;
using Apparat.Model;
using Apparat.Numerics;
using Apparat.Reporting;
using Apparat.Simulation;
using static Apparat.Tests.HandMadeWorlds;

namespace Apparat.Tests;

/// <summary>A report with one of everything, and an explanation of a small organisation.</summary>
internal static class SmallReport
{
    private static readonly Factor[] Factors =
    [
        Factor("slate", FactorKind.Rules, ofOffice: true),
        Factor("alliance", FactorKind.People),
        Factor("letter", FactorKind.Events),
    ];

    /// <summary>One chart of each kind.</summary>
    public static ImmutableArray<Chart> Charts =>
        [
            new IntervalDots([
                ("with the powers", Half(60, 100), true),
                ("taken away", Half(5, 100), false),
                ("never run", Estimate.Undefined(0), false),
            ])
            {
                Title = "Dots: with <and> without",
                Alt = "Three rows, the first far to the right of the others.",
            },
            new LinesOverTime(
                [new Line("with", Points(60)), new Line("without", Points(5), Dashed: true)],
                [new Mark(new DateOnly(2001, 3, 1), "A falls ill"), new Mark(new DateOnly(2001, 4, 1), "A returns")]
            )
            {
                Title = "Lines",
                Alt = "Two lines from 2000 to 2003, the first rising.",
            },
            new PartsOverTime(
                ["A", "B"],
                [
                    new PartsPanel("With the powers", [Points(50), Points(20)]),
                    new PartsPanel("Powers taken away", [Points(10), Points(20)]),
                ],
                "nobody"
            )
            {
                Title = "Parts of the council",
                Alt = "Bands in two panels, that of A wider in the first.",
            },
            new Attribution(
                [
                    Part("Baseline", PartKind.Baseline, 0.1),
                    Part("Rules", PartKind.Rules, 0.4),
                    Part("People", PartKind.People, 0.2),
                    Part("Events", PartKind.Events, -0.05),
                    Part("Luck", PartKind.Luck, 0.35),
                ],
                [
                    Part("The slate", PartKind.Rules, 0.4),
                    Part("The alliance", PartKind.People, 0.2),
                    Part("The letter", PartKind.Events, -0.05),
                ]
            )
            {
                Title = "Shares",
                Alt = "One bar of five families and three rows below it.",
            },
            new Matrix(
                ["in the chair", "another in the chair"],
                [("A", [Half(60, 100), Half(5, 100)], true), ("B", [Half(20, 100), Estimate.Undefined(0)], false)]
            )
            {
                Title = "Matrix",
                Alt = "Two contenders by two ways of filling the chair.",
            },
            new CharterMap(
                [
                    new MapOrgan("Branches", InCircle: true),
                    new MapOrgan("Council", InCircle: true),
                    new MapOrgan("Board", "headed by Chair", IsOffice: true, InCircle: true),
                ],
                [
                    new Arrow("Branches", "Council", "fills", "C2", OfOffice: false, InCircle: true),
                    new Arrow("Council", "Board", "fills", "C3", OfOffice: false, InCircle: true),
                    new Arrow("Board", "Branches", "fills", "C1", OfOffice: true, InCircle: true),
                    new Arrow("Board", "Council", "draws up the list", "C2", OfOffice: true, InCircle: false),
                ]
            )
            {
                Title = "Map",
                Alt = "Three organs in a circle: branches, council, board.",
            },
        ];

    /// <summary>One of every block.</summary>
    public static Report OfEverything =>
        new(
            "How far does \"the chair\" explain it?",
            ["It does so in 60 of 100 histories (50 to 69).", "Without it, -5 of 100 (-9 to -1)."],
            [
                new Section(
                    "words",
                    "Words",
                    [
                        new Callout(CalloutKind.Prior, "These are priors.", "Read them so."),
                        new Callout(CalloutKind.Caution, "A & B are <close>."),
                        new Callout(CalloutKind.Scope, "Nothing outside."),
                        new Paragraph("A paragraph with *signs* | and _others_."),
                        new Items(["one", "two"]),
                        new Folded(
                            "Folded away",
                            [
                                new Table(
                                    "Inside",
                                    [new("name"), new("of 100", true)],
                                    [
                                        ["A", Half(60, 100)],
                                        ["B", Estimate.Undefined(0)],
                                    ]
                                ),
                            ]
                        ),
                    ]
                ),
                new Section("pictures", "Pictures", [.. Charts]),
            ],
            ["To get the same again: apparat explain small --runs 100", "Apparat."]
        );

    /// <summary>The explanation of a small organisation, whole or cut short.</summary>
    public static Explanation Explanation(bool whole = true)
    {
        var study = new ExplainStudy(Scenario(Factors), 1, new ExplainSizes().Scaled(0.05));
        var set = new EnsembleSet();
        if (whole)
            return Answer(study, World, out _, set);
        foreach (var plan in study.Needs(set).Take(2))
            set.Add(Play(plan, World));
        return study.Read(set);
    }

    /// <summary>What the report of it says of itself.</summary>
    public static Frame Frame =>
        new("Apparat 0.0.0.", "apparat explain small --runs 200 --seed 1", Apparat.Explain.Provisions(Scenario(Factors)));

    private static bool World(Scenario world, Chance chance, PersonId who)
    {
        var luck = chance.Draw("luck");
        var strength = 0.2 + (world.Strikes.Count == 0 ? 0.3 : 0) + (world.Has("slate") ? 0.1 : 0) + (world.Has("alliance") ? 0.1 : 0);
        return who == A ? luck < strength : who == B && luck > 0.9;
    }

    private static Estimate Half(long seen, long of) => Proportion.Wilson(seen, of);

    private static Part Part(string name, PartKind kind, double value) => new(name, kind, Estimate.Normal(value, 0.02, 100));

    private static ImmutableArray<(DateOnly, Estimate)> Points(int most) =>
        [.. Enumerable.Range(0, 36).Select(m => (new DateOnly(2000, 1, 1).AddMonths(m), Half(most * m / 35, 100)))];
}
