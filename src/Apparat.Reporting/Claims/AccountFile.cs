using System.Text;
using Apparat.Analysis;

namespace Apparat.Reporting;

/// <summary>A popular account in the form of an account file: the changes that leave of all mechanisms only those it names.</summary>
public static class AccountFile
{
    /// <summary>The file.</summary>
    public static string Of(JudgedAccount account)
    {
        ArgumentNullException.ThrowIfNull(account);
        var text = new StringBuilder();
        text.Append("account: ").Append(account.Account.Id).Append('\n');
        if (account.Account.Of.Length > 0)
            text.Append("of:      ").Append(account.Account.Of).Append('\n');
        text.Append("about:   ").Append(Quoted(account.Account.Words)).Append('\n');
        text.Append("sources: declared\n");
        text.Append("# Turns on ")
            .AppendJoin(", ", account.Mechanisms.Select(m => m.Claim.Id))
            .Append("; everything else is at its reference world.\n");
        text.Append(account.Off.IsEmpty ? "switches: []\n" : "switches:\n");
        foreach (var change in account.Off)
            text.Append("  - ").Append(Quoted(change)).Append('\n');
        return text.ToString();
    }

    private static string Quoted(string text) =>
        $"\"{text.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal)}\"";
}
