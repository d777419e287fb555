using Microsoft.Extensions.DependencyInjection;

namespace Iris.Ops.Data;

/// <summary>Registers what an operator needs besides the catalog.</summary>
internal static class CatalogMaintenance
{
    /// <summary>Most of these scan the table: a service has no use for them.</summary>
    public static IServiceCollection AddCatalogMaintenance(this IServiceCollection services) => services
        .AddSingleton<ItemScan>()
        .AddSingleton<ObjectListing>()
        .AddSingleton<Orphans>()
        .AddSingleton<CatalogClearing>()
        .AddSingleton<ImageSweep>()
        .AddSingleton<CounterRecount>()
        .AddSingleton<IndexRepair>()
        .AddSingleton<ImageReprocessing>()
        .AddSingleton<ObjectVersions>()
        .AddSingleton<ImageRestoration>();
}
