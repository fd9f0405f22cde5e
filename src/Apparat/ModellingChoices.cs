using System.Collections.Immutable;
using Apparat.Analysis;
using Apparat.Model;
using Apparat.Simulation;

namespace Apparat;

/// <summary>Every choice of the model that could have been made otherwise, and the runs that show how far a headline hangs on it.</summary>
public static class ModellingChoices
{
    /// <summary>A choice as it is told before it is read against a scenario.</summary>
    /// <param name="Name">What was chosen.</param>
    /// <param name="Where">Where theory makes it.</param>
    /// <param name="Standard">As it is.</param>
    /// <param name="Alternative">As it could be.</param>
    /// <param name="Needs">The parameter that a scenario must have for the choice to be one; null if every scenario has it.</param>
    /// <param name="Sentence">The change that makes it so.</param>
    public sealed record Choice(string Name, string Where, string Standard, string Alternative, string? Needs, string Sentence);

    /// <summary>The choices: ways of making one number of many first, then fixed constants.</summary>
    public static ImmutableArray<Choice> All { get; } =
    [
        new(
            "esteem of a side",
            "4.3, 4.12",
            "that of its best head",
            "the sum over its heads",
            "b_pres",
            "without voters weigh prestige; with voters weigh prestige summed over a side"
        ),
        new("numbers on a side", "4.3, 10", "count as 0.3 ln(1+n)", "do not count", "side_size", "side_size is 0"),
        new(
            "reach of a side",
            "4.3",
            "that of its longest arm",
            "that of all its heads together",
            "b_fear",
            "without voters weigh their fears; with voters fear all who can reach them together"
        ),
        new(
            "foresight in fear",
            "4.3, 10",
            "two passes: fear of who will win",
            "one pass: both sides feared alike",
            "b_fear",
            "without voters weigh their fears; with voters fear both sides without foresight"
        ),
        new("several powers over one seat", "M2", "independent chances", "the strongest alone", null, "joint_reach is 0"),
        new("a person's several seats", "M2", "mean by value", "the best alone", null, "all_seats is 0"),
        new("rank of a person", "M4", "his best seat", "all his seats added up", null, "best_seat is 0"),
        new("the weakest tie of a follower", "M6", "0.15", "0.05", null, "weakest_tie is 0.05"),
        new("the weakest tie of a follower", "M6", "0.15", "0.3", null, "weakest_tie is 0.3"),
        new("following", "4.7", "softmax of ties, temperature 0.2", "each member for his patron", "temperature", "temperature is 0"),
        new(
            "the common target",
            "M8",
            "the greatest threat on average",
            "whoever is most feared by the most",
            "a_I",
            "alliances balance against whoever is most feared"
        ),
        new("who joins against whom", "4.7", "balance of threat", "nobody", "a_I", "there are no alliances"),
        new(
            "who joins against whom",
            "4.7, 2",
            "balance of threat",
            "the ultimate ruling coalition",
            "a_I",
            "alliances form the ultimate ruling coalition"
        ),
        new(
            "who joins against whom",
            "4.7",
            "balance of threat",
            "the minimal winning coalition",
            "a_I",
            "alliances form the minimal winning coalition"
        ),
        new(
            "loss over policy",
            "4.3",
            "by the square of the distance",
            "by the distance",
            "b_pol",
            "without voters weigh policy; with voters weigh policy by distance"
        ),
        new("credit for a place", "4.4", "0.7 to the list, 0.3 to the votes", "half each", null, "credit_list is 0.5; credit_votes is 0.5"),
        new("candidates for a seat", "4.4", "5", "3", null, "candidates is 3"),
        new("candidates for a seat", "4.4", "5", "8", null, "candidates is 8"),
        new("error without files", "4.4", "0.3", "0.6", null, "file_noise is 0.6"),
        new("temperature of following", "4.7", "0.2", "0.1", "temperature", "temperature is 0.1"),
        new("temperature of following", "4.7", "0.2", "0.4", "temperature", "temperature is 0.4"),
        new("lag of perception", "4.7", "3 months", "none", "lag", "lag is 0"),
        new("lag of perception", "4.7", "3 months", "6 months", "lag", "lag is 6"),
        new("noise of perceived threat", "4.7", "0.02", "0.2", "threat_noise", "threat_noise is 0.2"),
        new("reluctance to join", "4.7", "0.6", "none", "reluctance", "reluctance is 0"),
        new("policy in joining", "4.7", "0.8", "none", "policy_pull", "policy_pull is 0"),
        new("bias against removals", "4.3", "0.5", "none", "status_quo", "status_quo is 0"),
        new("bias against removals", "4.3", "0.5", "1", "status_quo", "status_quo is 2"),
        new("ties that pass to an heir", "4.10", "half", "a quarter", "xi", "xi is 0.25"),
        new("ties that pass to an heir", "4.10", "half", "three quarters", "xi", "xi is 0.75"),
        new("suspicion of an unread paper", "4.9", "0.2", "none", "ups", "ups is 0"),
        new("suspicion of an unread paper", "4.9", "0.2", "0.4", "ups", "ups is 0.4"),
    ];

    /// <summary>
    /// The three channels through which a clause works on votes, each shut alone: what a clause did less what it does with one shut is what it
    /// did through that one (rulings M2).
    /// </summary>
    public static ImmutableArray<Choice> Channels { get; } =
    [
        new("gratitude", "M2, 4.4", "those placed owe their patron", "shut", "l0", "without those placed owe their patron"),
        new("career", "M2, 4.3", "voters weigh their own careers", "shut", "b_off", "b_off is 0"),
        new("fear", "M2, 4.3", "voters weigh their fears", "shut", "b_fear", "b_fear is 0"),
    ];

    /// <summary>The choices that a scenario makes, each with its edit.</summary>
    /// <param name="scenario">The scenario.</param>
    /// <param name="choices">Those to choose from; all if left out.</param>
    public static ImmutableArray<ModellingChoice> Of(Scenario scenario, ImmutableArray<Choice> choices = default)
    {
        ArgumentNullException.ThrowIfNull(scenario);
        var known = scenario.Parameters.Select(p => p.Name).ToHashSet(StringComparer.Ordinal);
        return
        [
            .. (choices.IsDefault ? All : choices)
                .Where(c => c.Needs is null || known.Contains(c.Needs))
                .Select(c => new ModellingChoice(
                    c.Name,
                    c.Where,
                    c.Standard,
                    c.Alternative,
                    ScenarioFile.Change(scenario, [c.Sentence], [])!
                )),
        ];
    }

    /// <summary>Plays the headline of a scenario anew under every alternative, with some provisions and with them struck.</summary>
    /// <param name="scenario">It must ask a question.</param>
    /// <param name="seed">The seed.</param>
    /// <param name="runs">Runs of each world.</param>
    /// <param name="struck">The provisions; null for the powers of the office asked about.</param>
    /// <param name="choices">The choices to go over.</param>
    /// <param name="runner">Who plays; null for the threads of this machine.</param>
    /// <param name="progress">Told how far it has come.</param>
    /// <param name="cancel">When cancelled, what is finished is answered from, and the answer says so.</param>
    /// <exception cref="ArgumentException">The scenario asks nothing.</exception>
    public static Task<RobustnessAnswer> Run(
        Scenario scenario,
        ulong seed,
        int runs,
        IEnumerable<string>? struck,
        ImmutableArray<Choice> choices,
        IEnsembleRunner? runner = null,
        IProgress<EnsembleProgress>? progress = null,
        CancellationToken cancel = default
    ) =>
        Explain.Answer(
            new RobustnessStudy(scenario, Of(scenario, choices), seed, runs, [.. struck ?? []]),
            new EnsembleSet(),
            runner ?? new LocalRunner(),
            progress,
            cancel
        );
}
