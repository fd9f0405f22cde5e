namespace Apparat.Bench;

/// <summary>A set of test classes that is run as one, and ends at its first failure.</summary>
/// <param name="Name">The name it is reported by.</param>
/// <param name="Classes">The classes, by name.</param>
internal sealed record TestStage(string Name, params string[] Classes)
{
    /// <summary>
    /// The sets, the cheapest first. They leave out what takes long beside what it could notice (coverage of intervals, every modelling
    /// choice and its alternative, voting-power tables, the linter on the largest charters): what survives here may still be noticed by the whole suite.
    /// </summary>
    public static IReadOnlyList<TestStage> All { get; } =
    [
        // A history that changes by one bit is noticed here: a pin, not a statement.
        new("pin", "PinnedFingerprints"),
        new(
            "statements",
            "BehaviourContract",
            "BondFacts",
            "CausationKnownAnswers",
            "ClauseChanges",
            "ControlFacts",
            "DefaultLaw",
            "LawInForceLaws",
            "LeadersOfCamps",
            "LintCases",
            "MechanismFacts",
            "MembershipFacts",
            "MonotoneStatistics",
            "OpinionKnownAnswers",
            "PeopleFacts",
            "ProvisionContract",
            "ReachFacts",
            "ReadBackFacts",
            "ReaderFacts",
            "ResponsibilityKnownAnswers",
            "SelectionContract",
            "ShareKnownAnswers",
            "ShareLaws"
        ),
        new("claims", "AssertionFacts", "ClaimFiles", "ShippedClaims", "WordPages"),
        new("worlds", "MechanismContract"),
        new("files", "AccountFacts", "EnsembleSetFacts", "ExplanationOnTheEngine", "MergeFacts", "RunFacts", "SwitchTables", "TellFacts"),
        new("laws", "ConservationLaws", "CounterfactualLaws", "RepresentationLaws", "ShippedKnownAnswers", "VoteKnownAnswers"),
    ];

    /// <summary>The set of that name, or the class of that name alone.</summary>
    public static TestStage Named(string name) => All.FirstOrDefault(s => s.Name == name) ?? new(name, name);
}
