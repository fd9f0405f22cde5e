using System.CommandLine;
using Apparat.Linting;

namespace Apparat.Cli;

/// <summary><c>apparat help CAP002</c>: a rule explained with an example and its source; without a rule, all of them.</summary>
internal static class HelpCommand
{
    public static Command Make()
    {
        var topic = new Argument<string?>("rule") { Description = "A lint rule, such as CAP002.", Arity = ArgumentArity.ZeroOrOne };
        var command = new Verb(
            "help",
            "Explain a lint rule: what it finds, why it matters, an example, a source and how to fix it.",
            ("apparat help CAP002", "the closed circle")
        )
        {
            topic,
        };
        command.SetAction(parse =>
        {
            if (parse.GetValue(topic) is not { } id)
            {
                foreach (var each in CharterLinter.Rules)
                    Terminal.DataLine($"{each.Id}  {each.Severity.ToString().ToLowerInvariant(), -8} {each.Title}");
                return ExitCode.Done;
            }
            var rule = CharterLinter.Find(id) ?? throw new UsageException($"There is no rule {id}. All rules: apparat help");
            Terminal.Data(RulePage.Of(rule).Text);
            return ExitCode.Done;
        });
        return command;
    }
}
