namespace Iris.Tests.EndToEnd.Site;

/// <summary>One test of the site at a time: a browser beside the whole application is enough for a small machine.</summary>
[CollectionDefinition(Name)]
public sealed class SiteCollection : ICollectionFixture<SharedBrowser>
{
    public const string Name = "Site";
}
