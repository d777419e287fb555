namespace Amazon.Lambda.Serialization.SystemTextJson;

/// <summary>An event or a result that cannot be converted.</summary>
public class JsonSerializerException : Exception
{
    /// <summary>What does not fit.</summary>
    public JsonSerializerException(string message)
        : base(message)
    {
    }

    /// <summary>What does not fit, with the reader's own account.</summary>
    public JsonSerializerException(string message, Exception exception)
        : base(message, exception)
    {
    }
}
