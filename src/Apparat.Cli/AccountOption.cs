using System.Collections.Immutable;
using System.CommandLine;

namespace Apparat.Cli;

/// <summary><c>--account</c>: a rival account in the place of the scenario, the same in every command that plays.</summary>
internal static class AccountOption
{
    public static Option<string?> Make() =>
        new("--account")
        {
            Description =
                "A rival account of the scenario, such as M2, or the file of one: the complete model it names is played with its switches.",
            HelpName = "ACCOUNT",
        };

    /// <summary>The scenario to load and the account's edits: those of the account if one was asked for.</summary>
    /// <param name="parse">The command line.</param>
    /// <param name="scenario">The scenario asked for.</param>
    /// <param name="account">The option.</param>
    public static (string Scenario, ImmutableArray<string> Edits) Of(ParseResult parse, string scenario, Option<string?> account)
    {
        if (parse.GetValue(account) is not { } name)
            return (scenario, []);
        var loaded = Accounts.Load(scenario, name);
        Terminal.Say(
            $"{loaded.Account.Id}, {loaded.Account.Title}: {Path.GetFileName(loaded.ModelFile)} with {loaded.Sentences.Length} switches."
        );
        return (loaded.ModelFile, loaded.Sentences);
    }
}
