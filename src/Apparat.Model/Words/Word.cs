using System.Collections.Immutable;
using Apparat.Numerics;

namespace Apparat.Model;

/// <summary>Anything a scenario file can say, one record a word; its constructor's parameters are the slots of its sentence.</summary>
public abstract record Word
{
    /// <summary>The model parameters that belong to this word.</summary>
    public virtual IEnumerable<Parameter> Parameters =>
        GetType()
            .GetProperties()
            .Where(p => p.PropertyType == typeof(Parameter) && p.GetIndexParameters().Length == 0)
            .Select(p => (Parameter)p.GetValue(this)!);
}
