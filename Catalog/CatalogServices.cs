using Iris.Catalog.Feed;
using Iris.Catalog.Objects;
using Iris.Catalog.Processing;
using Iris.Catalog.Statistics;
using Iris.Catalog.Table;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;

namespace Iris.Catalog;

/// <summary>Registers the catalog.</summary>
public static class CatalogServices
{
    /// <summary>
    /// Adds <see cref="ImageCatalog"/>, <see cref="ImageClaims"/>, <see cref="ImageFeed"/>, <see cref="ImageStatistics"/> and
    /// <see cref="ImageObjects"/>. Wants <c>IAmazonDynamoDB</c> and <c>IAmazonS3</c>; reads <c>DYNAMODB_TABLE_NAME</c> and <c>S3_BUCKET_NAME</c>.
    /// </summary>
    public static IServiceCollection AddCatalog(this IServiceCollection services)
    {
        _ = services.AddOptions<CatalogOptions>().Configure<IConfiguration>(Read).ValidateOnStart();
        services.TryAddSingleton(TimeProvider.System);

        return services
            .AddSingleton<IValidateOptions<CatalogOptions>, CatalogOptionsValidator>()
            .AddSingleton<CatalogTable>()
            .AddSingleton<ImageRows>()
            .AddSingleton<LabelEntries>()
            .AddSingleton<Counters>()
            .AddSingleton<ImageDeletion>()
            .AddSingleton<ImageObjects>()
            .AddSingleton(static it => new ImageCatalog(it.GetRequiredService<ImageRows>(), it.GetRequiredService<Counters>(), it.GetRequiredService<ImageDeletion>()))
            .AddSingleton(static it => new ImageClaims(it.GetRequiredService<ImageRows>(), it.GetRequiredService<Counters>(), it.GetRequiredService<LabelEntries>(), it.GetRequiredService<ImageObjects>()))
            .AddSingleton(static it => new ImageFeed(it.GetRequiredService<CatalogTable>(), it.GetRequiredService<ImageRows>()))
            .AddSingleton(static it => new ImageStatistics(it.GetRequiredService<CatalogTable>()));
    }

    private static void Read(CatalogOptions options, IConfiguration configuration)
    {
        options.TableName = configuration[CatalogOptions.TableNameSetting] ?? options.TableName;
        options.BucketName = configuration[CatalogOptions.BucketNameSetting] ?? options.BucketName;
    }
}
