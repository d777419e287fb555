using System.Diagnostics.CodeAnalysis;

namespace LocalAws.S3.Protocol;

/// <summary>What was asked for, or the error to answer with instead.</summary>
internal readonly struct Outcome<T> where T : class
{
    private readonly T? _value;
    private readonly S3Error? _error;

    private Outcome(T? value, S3Error? error) => (_value, _error) = (value, error);

    public static implicit operator Outcome<T>(T value) => new(value, null);

    public static implicit operator Outcome<T>(S3Error error) => new(null, error);

    public bool TryGet([NotNullWhen(true)] out T? value, [NotNullWhen(false)] out S3Error? error)
    {
        (value, error) = (_value, _error);
        return error is null;
    }
}
