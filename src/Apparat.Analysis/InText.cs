using Apparat.Model;

namespace Apparat.Analysis;

/// <summary>How names stand within a sentence.</summary>
public static class InText
{
    /// <summary>An organ's name with its article: <c>the Council</c>.</summary>
    public static string The(string organ)
    {
        ArgumentNullException.ThrowIfNull(organ);
        return organ.Length == 0 ? organ
            : organ.StartsWith("the ", StringComparison.OrdinalIgnoreCase) ? $"the {organ[4..]}"
            : $"the {organ}";
    }

    /// <summary>A person's name as it stands within a sentence: <c>the other camp</c>.</summary>
    public static string Person(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        return name.StartsWith("The ", StringComparison.Ordinal) ? $"the {name[4..]}" : name;
    }

    /// <summary>What a parameter means; of a share, which provisions it is the share of.</summary>
    public static string Meaning(Scenario scenario, Parameter parameter)
    {
        ArgumentNullException.ThrowIfNull(scenario);
        ArgumentNullException.ThrowIfNull(parameter);
        var names = scenario.Charter.Provisions.Where(p => p.Provision.Share.Name == parameter.Name).Select(p => p.Name).ToList();
        return names.Count == 0
            ? parameter.Meaning
            : parameter.Meaning.Replace("this provision", string.Join(", ", names), StringComparison.Ordinal);
    }
}
