using System.Reflection;
using Apparat.Model;

namespace Apparat.Vocabulary;

/// <summary>All words of this box. A stranger's box of words is as good: see <see cref="Lexicon"/>.</summary>
public static class StandardLexicon
{
    /// <summary>The lexicon of the standard words.</summary>
    public static Lexicon Instance { get; } = Lexicon.Of(Assembly);

    /// <summary>The assembly that holds them.</summary>
    public static Assembly Assembly => typeof(StandardLexicon).Assembly;
}
