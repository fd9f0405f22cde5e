namespace Apparat.Model;

/// <summary>
/// One term of what voters weigh, worked out for a whole body at a time. The engine adds the terms and does the choosing.
/// What the situation gives for each voter stands in the order of the voters handed over.
/// </summary>
public abstract record Motive : Word
{
    /// <summary>True if it needs the forecast of the first pass (fear and bandwagon).</summary>
    public virtual bool NeedsForecast => false;

    /// <summary>True if the likelier a motion is foreseen to be carried, the more, or no less, this term adds for every voter.</summary>
    public virtual bool RisesWithForecast(Situation now) => !NeedsForecast;

    /// <summary>The terms on which whoever moves a motion buys votes with seats in his gift; null if nobody does.</summary>
    public virtual Bargain? Bargain(Situation now) => null;

    /// <summary>Adds this term, in log-odds of a yes, for each voter.</summary>
    public abstract void Add(Situation now, in Move move, ReadOnlySpan<PersonId> voters, Span<double> utility);
}

/// <summary>One term of what is weighed in choosing between persons for a seat.</summary>
public abstract record Criterion : Word
{
    /// <summary>True if it counts when a single maker picks.</summary>
    public virtual bool ForMakers => true;

    /// <summary>True if it counts when electors vote.</summary>
    public virtual bool ForElectors => true;

    /// <summary>Adds this term, in log-odds, for each candidate as each chooser sees it: a row a chooser, a column a candidate.</summary>
    public abstract void Add(
        Situation now,
        ReadOnlySpan<PersonId> choosers,
        Seat seat,
        ReadOnlySpan<PersonId> candidates,
        Span<double> utility
    );
}

/// <summary>How ties between clients and heads come, fade and break.</summary>
public abstract record Bond : Word
{
    /// <summary>What a deed does to ties.</summary>
    public virtual void After(in Deed deed, Ties ties) { }

    /// <summary>What a month does to ties, beside fading.</summary>
    public virtual void EachTurn(Ties ties) { }

    /// <summary>The share of its strength every tie loses in a month.</summary>
    public virtual double Fading(Situation now) => 0;
}

/// <summary>Who joins against whom: rival theories behind one port.</summary>
public abstract record AllianceRule : Word
{
    /// <summary>How sharply loyalties are read as following: a softmax of them with this temperature; 0 counts each member for the head he follows.</summary>
    public virtual double Temperature(Situation now) => 0.2;

    /// <summary>Writes how threatening each contender looks to each other, before sides are taken.</summary>
    public abstract void Perceive(Rivalry now);

    /// <summary>Writes, for each contender, 1 if he stands in the bloc, -1 if he is its target, 0 if he stays aloof.</summary>
    public abstract void Sides(Rivalry now, Span<sbyte> side);
}

/// <summary>Something that is true or not of a person at a moment.</summary>
public abstract record Condition : Word
{
    /// <summary>The organ whose recorded seats alone settle it; null if it takes more than seats, so that no record can.</summary>
    public virtual OrganId? OnRecord => null;

    /// <summary>Whether it holds of <paramref name="x"/> now.</summary>
    public abstract bool Holds(WorldView now, PersonId x);
}

/// <summary>A number kept of every run, for each contender.</summary>
public abstract record Measure : Word
{
    /// <summary>The organ or matter it looks at, in snake_case, so that two measures of one word have two columns; written by the reader.</summary>
    public string About { get; init; } = "";

    /// <summary>Column name in snake_case.</summary>
    public abstract string Name { get; }

    /// <summary>Unit.</summary>
    public abstract string Unit { get; }

    /// <summary>Least and greatest possible value.</summary>
    public abstract (double Low, double High) Range { get; }

    /// <summary>What it tells, in a line.</summary>
    public abstract string Meaning { get; }

    /// <summary>The paper or account it comes from.</summary>
    public abstract string Source { get; }

    /// <summary>The organ whose recorded seats alone settle it; null if it takes more than seats, so that no record can.</summary>
    public virtual OrganId? OnRecord => null;

    /// <summary>True if it is the same for every contender.</summary>
    public virtual bool IsOfNobody => false;

    /// <summary>Its value for a contender now.</summary>
    public abstract double Value(WorldView now, PersonId x);

    /// <summary>Its values for several contenders at once.</summary>
    public virtual void Values(WorldView now, ReadOnlySpan<PersonId> contenders, Span<double> into)
    {
        for (var k = 0; k < contenders.Length; k++)
            into[k] = Value(now, contenders[k]);
    }
}
