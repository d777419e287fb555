namespace Amazon.Lambda.Core;

/// <summary>Converts between Lambda's documents and the handler's types.</summary>
public interface ILambdaSerializer
{
    /// <summary>Reads the event.</summary>
    /// <typeparam name="T">The handler's input.</typeparam>
    /// <param name="requestStream">The event as Lambda sent it.</param>
    T Deserialize<T>(Stream requestStream);

    /// <summary>Writes the handler's output.</summary>
    /// <typeparam name="T">The handler's output.</typeparam>
    /// <param name="response">The value to write.</param>
    /// <param name="responseStream">The stream that is sent back to Lambda.</param>
    void Serialize<T>(T response, Stream responseStream);
}
