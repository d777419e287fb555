using Iris.Catalog.Budget;
using Iris.Catalog.Feed;
using Iris.Catalog.Objects;
using Iris.Catalog.Outcomes;
using Iris.Catalog.Processing;
using Iris.Catalog.Statistics;
using Iris.Catalog.Table;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;

namespace Iris.Catalog;

public static class CatalogServices
{
    /// <summary>
    /// Adds the catalog. Wants <c>IAmazonDynamoDB</c> and <c>IAmazonS3</c>; reads <c>DYNAMODB_TABLE_NAME</c> and <c>S3_BUCKET_NAME</c>.
    /// </summary>
    public static IServiceCollection AddCatalog(this IServiceCollection services)
    {
        services.AddOptions<CatalogOptions>().Configure<IConfiguration>(Read).ValidateOnStart();
        services.AddOptions<BudgetOptions>().Configure<IConfiguration>(BudgetOptions.Read).ValidateOnStart();
        services.TryAddSingleton(TimeProvider.System);
        return services
            .AddSingleton<IValidateOptions<CatalogOptions>, CatalogOptionsValidator>()
            .AddSingleton<IValidateOptions<BudgetOptions>, BudgetOptions.Validator>()
            .AddSingleton<CatalogTable>()
            .AddSingleton<DayBudget>()
            .AddSingleton<ImageTable>()
            .AddSingleton<ImageObjects>()
            .AddSingleton<ImageOutcomes>()
            .AddSingleton<LabelEntries>()
            .AddSingleton<Counters>()
            .AddSingleton<ImageCatalog>()
            .AddSingleton<ImageRetry>()
            .AddSingleton<DeletedImages>()
            .AddSingleton<ImageDeletion>()
            .AddSingleton<ImageClaims>()
            .AddSingleton<ImageFeed>()
            .AddSingleton<ImageStatistics>();
    }

    private static void Read(CatalogOptions options, IConfiguration configuration)
    {
        options.TableName = configuration[CatalogOptions.TableNameSetting] ?? options.TableName;
        options.BucketName = configuration[CatalogOptions.BucketNameSetting] ?? options.BucketName;
    }
}
