namespace Amazon.Lambda.Serialization.SystemTextJson;

/// <summary>An event or a result that cannot be converted.</summary>
/// <param name="message">What does not fit.</param>
/// <param name="innerException">The reader's own account.</param>
public sealed class JsonSerializerException(string message, Exception? innerException = null) : Exception(message, innerException);
