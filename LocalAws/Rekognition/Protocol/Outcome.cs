using System.Diagnostics.CodeAnalysis;

namespace LocalAws.Rekognition.Protocol;

/// <summary>A value, or the error that is to be answered instead.</summary>
internal readonly record struct Outcome<T>(T? Value, RekognitionError? Error) where T : class
{
    public static implicit operator Outcome<T>(T value) => new(value, Error: null);

    public static implicit operator Outcome<T>(RekognitionError error) => new(Value: null, error);

    public bool Failed([NotNullWhen(true)] out RekognitionError? error, [NotNullWhen(false)] out T? value)
    {
        (error, value) = (Error, Value);
        return error is not null;
    }
}
