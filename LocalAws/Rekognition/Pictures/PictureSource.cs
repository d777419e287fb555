using Amazon.S3;
using Amazon.S3.Model;
using LocalAws.Rekognition.Protocol;

namespace LocalAws.Rekognition.Pictures;

/// <summary>Fetches the bytes of a picture from where the request says: from the request itself, or from S3.</summary>
internal sealed class PictureSource(IAmazonS3 s3)
{
    private const int MaxInlineBytes = 5_242_880, MaxObjectBytes = 15_728_640;

    public async ValueTask<Outcome<byte[]>> ReadAsync(ImageSource image, CancellationToken cancellationToken) => image switch
    {
        { Bytes.Length: > MaxInlineBytes } => RekognitionError.ImageTooLarge,
        { Bytes: { } bytes } => bytes,
        _ => await ReadAsync(image.S3Object!, cancellationToken),
    };

    private async Task<Outcome<byte[]>> ReadAsync(S3ObjectSource source, CancellationToken cancellationToken)
    {
        try
        {
            var request = new GetObjectRequest { BucketName = source.Bucket, Key = source.Name, VersionId = source.Version };
            using var found = await s3.GetObjectAsync(request, cancellationToken);

            if (found.ContentLength > MaxObjectBytes)
            {
                return RekognitionError.ImageTooLarge;
            }

            var bytes = new byte[found.ContentLength];
            await found.ResponseStream.ReadExactlyAsync(bytes, cancellationToken);
            return bytes;
        }
        catch (AmazonS3Exception refusal) when ((int)refusal.StatusCode is >= 300 and < 500)
        {
            return RekognitionError.InvalidS3Object;
        }
    }
}
