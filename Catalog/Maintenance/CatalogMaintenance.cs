using Iris.Catalog.Feed;
using Iris.Catalog.Objects;
using Iris.Catalog.Statistics;
using Iris.Catalog.Table;
using Microsoft.Extensions.DependencyInjection;

namespace Iris.Catalog.Maintenance;

/// <summary>Registers what an operator needs besides the catalog.</summary>
public static class CatalogMaintenance
{
    /// <summary>
    /// Adds <see cref="CatalogClearing"/>, <see cref="ImageSweep"/>, <see cref="CounterRecount"/>, <see cref="IndexRepair"/> and
    /// <see cref="ImageReprocessing"/> to what <see cref="CatalogServices.AddCatalog"/> adds. Most of them scan the table: a service has
    /// no use for them.
    /// </summary>
    public static IServiceCollection AddCatalogMaintenance(this IServiceCollection services) => services
        .AddSingleton<ItemScan>()
        .AddSingleton<ObjectListing>()
        .AddSingleton<Orphans>()
        .AddSingleton(static it => new CatalogClearing(it.GetRequiredService<CatalogTable>(), it.GetRequiredService<ItemScan>(), it.GetRequiredService<ObjectListing>()))
        .AddSingleton(static it => new ImageSweep(it.GetRequiredService<ImageRows>(), it.GetRequiredService<ItemScan>(), it.GetRequiredService<ImageDeletion>(), it.GetRequiredService<Orphans>()))
        .AddSingleton(static it => new CounterRecount(it.GetRequiredService<CatalogTable>(), it.GetRequiredService<ItemScan>(), it.GetRequiredService<Counters>()))
        .AddSingleton(static it => new IndexRepair(it.GetRequiredService<CatalogTable>(), it.GetRequiredService<ImageRows>(), it.GetRequiredService<ItemScan>()))
        .AddSingleton(static it => new ImageReprocessing(it.GetRequiredService<CatalogTable>(), it.GetRequiredService<ImageRows>(), it.GetRequiredService<Counters>(), it.GetRequiredService<LabelEntries>(), it.GetRequiredService<ImageObjects>()));
}
