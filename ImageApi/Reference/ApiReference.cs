using Scalar.AspNetCore;

namespace Iris.ImageApi.Reference;

/// <summary>The contract for programs (/openapi/v1.json) and, in development, for people (/scalar).</summary>
internal static class ApiReference
{
    public static IServiceCollection AddReference(this IServiceCollection services) => services.AddOpenApi(static options => options
        .AddDocumentTransformer(static (document, _, _) => ApiDescription.Describe(document))
        .AddSchemaTransformer(static (schema, context, _) => ApiDescription.Describe(schema, context)));

    public static void MapReference(this WebApplication app)
    {
        _ = app.MapOpenApi();

        if (app.Environment.IsDevelopment())
        {
            _ = app.MapScalarApiReference();
        }
    }
}
