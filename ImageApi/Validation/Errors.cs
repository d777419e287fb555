using System.Diagnostics.CodeAnalysis;
using Iris.ImageApi.Problems;

namespace Iris.ImageApi.Validation;

/// <summary>What is wrong with a request, by field.</summary>
internal sealed class Errors
{
    private readonly Dictionary<string, string[]> _byField = [];

    public Errors Check(string field, bool valid, string message)
    {
        if (!valid)
        {
            _byField[field] = [message];
        }

        return this;
    }

    public bool Any([NotNullWhen(true)] out InvalidRequest? problem)
    {
        problem = _byField.Count > 0 ? new InvalidRequest(_byField) : null;

        return problem is not null;
    }
}
