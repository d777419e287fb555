using System.Text.Json.Nodes;
using Iris.Catalog;
using Iris.ImageApi.Uploads;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;
using Scalar.AspNetCore;

namespace Iris.ImageApi;

/// <summary>The contract for programs (/openapi/v1.json) and, in development, for people (/scalar).</summary>
internal static class OpenApi
{
    public static IServiceCollection AddOpenApiDocument(this IServiceCollection services) => services.AddOpenApi(static options => options
        .AddDocumentTransformer(static (document, _, _) => ApiDescription.Describe(document))
        .AddSchemaTransformer(static (schema, context, _) => ApiDescription.Describe(schema, context)));

    public static void MapOpenApiDocument(this WebApplication app)
    {
        app.MapOpenApi();

        if (app.Environment.IsDevelopment())
        {
            app.MapScalarApiReference();
        }
    }
}

/// <summary>What the types do not say: whose contract it is, where it is served, what an id and a request look like.</summary>
internal static class ApiDescription
{
    public static Task Describe(OpenApiDocument document)
    {
        document.Info = new OpenApiInfo
        {
            Title = "Iris",
            Version = "v1",
            Description = "Photographs in; thumbnails, labels with boxes, search and statistics out.",
        };

        // Relative to wherever the document came from: the same one serves a laptop and the cloud.
        document.Servers = [new OpenApiServer { Url = "/" }];
        Example(document, "UploadRequest", """
            {"fileName":"dog.jpg","contentType":"image/jpeg","size":1843201,"sha256":"e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"}
            """);
        Example(document, "HttpValidationProblemDetails", """
            {"type":"urn:iris:problem:invalid-request","title":"The request is not valid.","status":400,"detail":"Wrong: limit.","errors":{"limit":["Must be 1 to 100."]}}
            """);
        Example(document, "ProblemDetails", """
            {"type":"urn:iris:problem:image-not-found","title":"There is no such image.","status":404,"detail":"No image has the id werc8gmrzge196qvyk49jvxs4g."}
            """);
        return Task.CompletedTask;
    }

    /// <summary>The framework knows an id as some text, and an enumeration by its values alone.</summary>
    public static Task Describe(OpenApiSchema schema, OpenApiSchemaTransformerContext context)
    {
        var type = context.ParameterDescription?.Type ?? context.JsonTypeInfo.Type;

        if (type == typeof(ImageId))
        {
            (schema.Type, schema.Pattern, schema.Examples) = (
                JsonSchemaType.String, $"^{ImageId.Pattern}$", ["werc8gmrzge196qvyk49jvxs4g"]);
        }
        else if (type.IsEnum)
        {
            schema.Type = JsonSchemaType.String;
        }

        // Missing fields become null, so that all of them can be named at once; as a value null is refused.
        if (context.JsonPropertyInfo?.DeclaringType == typeof(UploadRequest))
        {
            schema.Type &= ~JsonSchemaType.Null;
        }

        return Task.CompletedTask;
    }

    private static void Example(OpenApiDocument document, string schema, string json)
    {
        if (document.Components?.Schemas?[schema] is OpenApiSchema described)
        {
            described.Examples = [JsonNode.Parse(json)!];
        }
    }
}
