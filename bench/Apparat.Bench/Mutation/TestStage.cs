namespace Apparat.Bench;

/// <summary>A set of test classes that is run as one, and ends at its first failure.</summary>
/// <param name="Name">The name it is reported by.</param>
/// <param name="Classes">The classes, by name.</param>
internal sealed record TestStage(string Name, params string[] Classes)
{
    /// <summary>
    /// The sets, in the order of what they notice a second. Each is run on what the ones before it have not noticed. They are the whole suite
    /// but for what cannot tell one engine from another or takes long beside what it could notice: commands, pages and browsers, coverage of
    /// intervals, every mechanism against its reference (whose worlds are pinned), hostile and mutated files, voting-power tables, the linter.
    /// </summary>
    public static IReadOnlyList<TestStage> All { get; } =
    [
        // Bits that change are noticed by the pins, which say that something changed and not that it is wrong.
        new("pin", "PinnedFingerprints"),
        new(
            "facts",
            "AssertionBounds",
            "AssertionFacts",
            "BargainFacts",
            "BehaviourContract",
            "BondFacts",
            "CausationKnownAnswers",
            "ChamberFacts",
            "ClauseChanges",
            "ControlFacts",
            "DeclaredWords",
            "DefaultLaw",
            "EnsembleSetFacts",
            "ExactFacts",
            "ExplanationOnTheEngine",
            "ForgettingLaws",
            "LeadersOfCamps",
            "MeetingFacts",
            "MembershipFacts",
            "OfferFacts",
            "OpinionKnownAnswers",
            "PaperFacts",
            "PeopleFacts",
            "ReachFacts",
            "ReadBackFacts",
            "ReaderFacts",
            "RecordFacts",
            "ResponsibilityKnownAnswers",
            "RetrospectiveFacts",
            "RivalryFacts",
            "RoutineFacts",
            "RunningFacts",
            "SeatFacts",
            "SelectionContract",
            "ShareKnownAnswers",
            "StepLaws",
            "TableFacts",
            "TellFacts",
            "TieFacts",
            "WordPages"
        ),
        new("pinned tables", "PinnedTables"),
        new(
            "statements",
            "AttackFacts",
            "CausationOfSmallScenarios",
            "DecidedFacts",
            "ExplanationFacts",
            "KeptAnswerLaws",
            "LawInForceLaws",
            "MechanismFacts",
            "MonotoneStatistics",
            "ProvisionContract",
            "ShareLaws",
            "ShippedKnownAnswers",
            "ShippedScenarios",
            "SubstitutionFacts",
            "VerdictFacts",
            "VoteKnownAnswers"
        ),
        new(
            "files",
            "AccountFacts",
            "AccountScoreFacts",
            "ClaimFiles",
            "LintCases",
            "MergeFacts",
            "ModellingChoiceFacts",
            "RunFacts",
            "ShippedClaims",
            "SwitchTables"
        ),
        new("laws", "ConservationLaws", "CounterfactualLaws", "ReplacementKnownAnswers", "RepresentationLaws", "SymmetryStatistics"),
    ];

    /// <summary>The set of that name, or the class of that name alone.</summary>
    public static TestStage Named(string name) => All.FirstOrDefault(s => s.Name == name) ?? new(name, name);
}
