using Iris.Catalog.Objects;

namespace Iris.ImageApi.Uploads;

/// <summary>The one request that uploads the file.</summary>
/// <param name="Method">Its method.</param>
/// <param name="Url">Where it goes.</param>
/// <param name="Headers">The headers that it must bear.</param>
/// <param name="ExpiresAt">Until when it may begin.</param>
internal sealed record Upload(string Method, Uri Url, IReadOnlyDictionary<string, string> Headers, DateTime ExpiresAt)
{
    public static Upload From(UploadTicket ticket) => new(ticket.Method, ticket.Url, ticket.Headers, ticket.ExpiresAt.UtcDateTime);
}
