namespace Apparat.Reporting;

/// <summary>What this page leaves to other commands, with the commands.</summary>
internal static class FurtherSection
{
    public static Section Of(Telling t) => new("further", "To look further", [new Items([.. Lines(t)])]);

    private static IEnumerable<string> Lines(Telling t)
    {
        var (name, scenario) = (t.Frame.Named, t.Answer.Scenario);
        if (t.Frame.Companions is null)
            yield return $"Turning points, seats by patron in every body, a newcomer in the chair, other offices and the rival accounts on this page too: apparat explain {name} --everything";
        if (!scenario.Cards.IsEmpty)
        {
            yield return $"The same question as cards in textbook words, an essay plan on one A4 and a lesson: apparat cards {name}";
            yield return $"A page on which every card can be switched off by hand, offline: apparat cards {name} --all --html cards.html";
        }
        yield return $"One history told month by month: apparat tell {name} --run 17";
        yield return $"Every modelling choice made otherwise, one at a time: apparat robustness {name}";
        yield return $"Along one simulated history, when it was decided: apparat decided {name} --run 17";
        yield return $"What is claimed of the case, claim by claim, or your own: apparat claims {name}";
    }
}
