using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using Amazon.Lambda.Core;

namespace Amazon.Lambda.Serialization.SystemTextJson;

/// <summary>
/// Reads events and writes results with a source-generated <see cref="JsonSerializerContext"/>, without reflection over the handler's
/// types. Names are read without regard to case; what is null is not written.
/// </summary>
/// <typeparam name="TSGContext">The context, with a <see cref="JsonSerializableAttribute"/> for the handler's input and output.</typeparam>
public class SourceGeneratorLambdaJsonSerializer<
    [DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicConstructors)] TSGContext> : ILambdaSerializer
    where TSGContext : JsonSerializerContext
{
    private readonly TSGContext _context;

    /// <summary>A serializer with Lambda's usual options.</summary>
    public SourceGeneratorLambdaJsonSerializer()
        : this(static _ => { })
    {
    }

    internal SourceGeneratorLambdaJsonSerializer(Action<JsonSerializerOptions> customizer)
    {
        var options = new JsonSerializerOptions
        {
            PropertyNameCaseInsensitive = true,
            DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        };
        customizer(options);
        _context = (TSGContext)Activator.CreateInstance(typeof(TSGContext), options)!;
    }

    /// <inheritdoc/>
    /// <exception cref="JsonSerializerException">The document is not JSON or does not fit <typeparamref name="T"/>.</exception>
    T ILambdaSerializer.Deserialize<T>(Stream requestStream)
    {
        try
        {
            return JsonSerializer.Deserialize(requestStream, TypeInfo<T>())!;
        }
        catch (JsonException e)
        {
            throw new JsonSerializerException($"The event cannot be read as {typeof(T).Name}: {e.Message}", e);
        }
    }

    /// <inheritdoc/>
    void ILambdaSerializer.Serialize<T>(T response, Stream responseStream) =>
        JsonSerializer.Serialize(responseStream, response, TypeInfo<T>());

    private JsonTypeInfo<T> TypeInfo<T>() =>
        _context.GetTypeInfo(typeof(T)) as JsonTypeInfo<T>
        ?? throw new JsonSerializerException(
            $"{typeof(TSGContext).Name} knows no {typeof(T).Name}: add [JsonSerializable(typeof({typeof(T).Name}))] to it.");
}
