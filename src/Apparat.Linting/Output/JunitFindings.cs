using System.Globalization;
using System.Text;
using System.Xml;
using Apparat.Model;

namespace Apparat.Linting;

/// <summary>Findings as test results in the JUnit form that build servers read: a suite a charter, a case a rule.</summary>
public static class JunitFindings
{
    /// <summary>All charters.</summary>
    /// <param name="charters">The charters.</param>
    /// <param name="failOn">Findings at least this bad are failures; null for none.</param>
    public static string Render(IReadOnlyList<LintedCharter> charters, Severity? failOn)
    {
        ArgumentNullException.ThrowIfNull(charters);
        using var buffer = new MemoryStream();
        var settings = new XmlWriterSettings
        {
            Indent = true,
            NewLineChars = "\n",
            Encoding = new UTF8Encoding(false),
        };
        using (var xml = XmlWriter.Create(buffer, settings))
        {
            xml.WriteStartElement("testsuites");
            foreach (var charter in charters)
                Write(xml, charter, failOn);
            xml.WriteEndElement();
        }
        return Encoding.UTF8.GetString(buffer.ToArray()) + "\n";
    }

    private static void Write(XmlWriter xml, LintedCharter charter, Severity? failOn)
    {
        var failing = charter.Open.Where(f => f.Severity >= failOn).ToLookup(f => f.Rule);
        xml.WriteStartElement("testsuite");
        xml.WriteAttributeString("name", charter.File);
        xml.WriteAttributeString("tests", CharterLinter.Rules.Length.ToString(CultureInfo.InvariantCulture));
        xml.WriteAttributeString("failures", failing.Count.ToString(CultureInfo.InvariantCulture));
        foreach (var rule in CharterLinter.Rules)
        {
            xml.WriteStartElement("testcase");
            xml.WriteAttributeString("classname", charter.File);
            xml.WriteAttributeString("name", $"{rule.Id} {rule.Title}");
            if (failing[rule].Any())
            {
                xml.WriteStartElement("failure");
                xml.WriteAttributeString("message", string.Join("; ", failing[rule].Select(f => f.Message)));
                xml.WriteString(
                    string.Join(
                        '\n',
                        failing[rule].SelectMany(f => f.Evidence).Select(e => $"{charter.FileOf(e.Place)}:{e.Place.Line} {e.Name} {e.Text}")
                    )
                );
                xml.WriteEndElement();
            }
            xml.WriteEndElement();
        }
        xml.WriteEndElement();
    }
}
