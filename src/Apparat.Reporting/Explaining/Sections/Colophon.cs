using System.Collections.Immutable;
using System.Globalization;

namespace Apparat.Reporting;

/// <summary>The last lines: what made it, and how to get it again.</summary>
internal static class Colophon
{
    public static ImmutableArray<string> Of(Telling t)
    {
        var a = t.Answer;
        return
        [
            $"To get the same again: {t.Frame.Command}",
            t.Frame.Program,
            string.Create(
                CultureInfo.InvariantCulture,
                $"Seed {a.Seed}; {a.Histories} histories in {a.Worlds.Length} worlds; fingerprint {a.Fingerprint}."
            ),
            .. t.Frame.Companions is { } more
                ? (string[])
                    [
                        string.Create(
                            CultureInfo.InvariantCulture,
                            $"Beside it {more.Histories} histories in {more.Worlds.Length} worlds; fingerprint {more.Fingerprint}."
                        ),
                    ]
                : [],
            $"Scenario \"{a.Scenario.Name}\"{(a.Scenario.Digest.Length > 0 ? $", digest {a.Scenario.Digest}" : "")}.",
        ];
    }
}
