namespace Apparat.Model;

/// <summary>Marks a word of behaviour that a scenario uses unless it chooses its own.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class StandardAttribute : Attribute;
