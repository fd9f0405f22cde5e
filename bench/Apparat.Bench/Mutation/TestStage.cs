namespace Apparat.Bench;

/// <summary>A set of test classes that is run as one, and ends at its first failure.</summary>
/// <param name="Name">The name it is reported by.</param>
/// <param name="Classes">The classes, by name.</param>
internal sealed record TestStage(string Name, params string[] Classes)
{
    /// <summary>
    /// The sets, in the order of what they notice a second. They leave out what takes long beside what it could notice after these (coverage of
    /// intervals, laws on drawn charters, every mechanism against its reference, voting-power tables, the linter on the largest charters): what
    /// survives here may still be noticed by the whole suite.
    /// </summary>
    public static IReadOnlyList<TestStage> All { get; } =
    [
        // Bits that change are noticed here: pins, not statements.
        new("pin", "PinnedFingerprints"),
        new("pinned tables", "PinnedTables"),
        new(
            "facts",
            "AssertionBounds",
            "AssertionFacts",
            "BondFacts",
            "CausationKnownAnswers",
            "ClauseChanges",
            "EnsembleSetFacts",
            "LeadersOfCamps",
            "MeetingFacts",
            "MembershipFacts",
            "OfferFacts",
            "OpinionKnownAnswers",
            "PaperFacts",
            "PeopleFacts",
            "ReadBackFacts",
            "ResponsibilityKnownAnswers",
            "SeatFacts",
            "ShareKnownAnswers",
            "TableFacts",
            "TieFacts",
            "WordPages"
        ),
        new(
            "statements",
            "BehaviourContract",
            "ControlFacts",
            "DefaultLaw",
            "ExplanationOnTheEngine",
            "LawInForceLaws",
            "MechanismFacts",
            "MonotoneStatistics",
            "ReachFacts",
            "ReaderFacts",
            "SelectionContract",
            "ShareLaws",
            "TellFacts"
        ),
        new("files", "AccountFacts", "ClaimFiles", "LintCases", "MergeFacts", "RunFacts", "ShippedClaims", "SwitchTables"),
        new("laws", "ProvisionContract", "ShippedKnownAnswers", "VoteKnownAnswers"),
    ];

    /// <summary>The set of that name, or the class of that name alone.</summary>
    public static TestStage Named(string name) => All.FirstOrDefault(s => s.Name == name) ?? new(name, name);
}
