using System.Buffers;
using System.Globalization;
using System.Text;
using CsCheck;
using LocalAws.S3.Bodies;
using LocalAws.Shared;
using LocalAws.Shared.SigV4;

namespace LocalAws.Tests.S3;

public sealed class AwsChunkedDecoderTests
{
    private static readonly SigV4Verified s_seed = Seed();

    [Fact]
    public void Chunks_come_out_whole_however_they_are_chunked_and_however_they_arrive() =>
        Gen.Select(Gen.Byte.Array[0, 2000], Gen.Int[1, 700], Gen.Int[1, 300], Gen.Bool).Sample((payload, chunkLength, arrivalLength, signed) =>
        {
            var framed = Frame(payload, chunkLength, signed, ("x-amz-checksum-crc32", "NasOww=="));

            var (decoded, decoder) = Decode(framed, arrivalLength, signed, hasTrailer: true);

            Assert.Equal(payload, decoded);
            Assert.Equal("NasOww==", decoder.Trailers["x-amz-checksum-crc32"]);
        });

    [Fact]
    public void Chunks_need_no_trailer_and_no_empty_line_at_the_end()
    {
        var (decoded, decoder) = Decode("5\r\nhello\r\n0\r\n"u8.ToArray(), 1, signed: false, hasTrailer: false);

        Assert.Equal("hello"u8.ToArray(), decoded);
        Assert.Empty(decoder.Trailers);
    }

    [Theory]
    [InlineData("5\r\nhello\r\n")]
    [InlineData("5\r\nhel")]
    [InlineData("5\r\nhelloX\r\n0\r\n\r\n")]
    [InlineData("x\r\nhello\r\n0\r\n\r\n")]
    [InlineData("-5\r\nhello\r\n0\r\n\r\n")]
    [InlineData("ffffffffffffffff\r\nhello\r\n0\r\n\r\n")]
    [InlineData("0\r\n\r\nmore\r\n")]
    [InlineData("")]
    public void Chunks_are_refused_when_the_framing_is_broken(string framed) =>
        Assert.Equal("IncompleteBody", ErrorOf(Encoding.ASCII.GetBytes(framed), signed: false, hasTrailer: true));

    [Fact]
    public void Chunks_are_refused_when_a_line_has_no_end() =>
        Assert.Equal("IncompleteBody", ErrorOf([.. Enumerable.Repeat((byte)'1', 9000)], signed: false, hasTrailer: true));

    [Theory]
    [InlineData("0\r\nno colon\r\n\r\n", true)]
    [InlineData("0\r\nx-amz-checksum-crc32:NasOww==\r\n\r\n", false)]
    public void Chunks_are_refused_with_a_trailer_that_is_none_or_was_not_announced(string framed, bool hasTrailer) =>
        Assert.Equal("MalformedTrailerError", ErrorOf(Encoding.ASCII.GetBytes(framed), signed: false, hasTrailer));

    [Theory]
    [InlineData("hello", "hellO")]
    [InlineData("chunk-signature=", "chunk-signature=0")]
    [InlineData("NasOww==", "NasOwx==")]
    [InlineData("x-amz-trailer-signature:", "x-amz-trailer-signature:0")]
    public void Chunks_are_refused_when_what_was_signed_was_changed(string part, string changed)
    {
        var framed = Frame("hello"u8.ToArray(), 100, signed: true, ("x-amz-checksum-crc32", "NasOww=="));
        var tampered = Encoding.Latin1.GetString(framed).Replace(part, changed, StringComparison.Ordinal);

        Assert.Equal("SignatureDoesNotMatch", ErrorOf(Encoding.Latin1.GetBytes(tampered), signed: true, hasTrailer: true));
    }

    [Fact]
    public void Chunks_are_refused_when_a_chunk_was_taken_out()
    {
        var framed = Encoding.Latin1.GetString(Frame([.. Enumerable.Repeat((byte)'a', 20)], 10, signed: true));
        var second = framed.IndexOf("a;chunk-signature", 5, StringComparison.Ordinal);
        var end = framed.IndexOf("0;chunk-signature", second, StringComparison.Ordinal);

        Assert.Equal(
            "SignatureDoesNotMatch",
            ErrorOf(Encoding.Latin1.GetBytes(framed.Remove(second, end - second)), signed: true, hasTrailer: false));
    }

    [Fact]
    public void Chunks_are_refused_when_chunks_have_no_signatures() =>
        Assert.Equal("SignatureDoesNotMatch", ErrorOf("5\r\nhello\r\n0\r\n\r\n"u8.ToArray(), signed: true, hasTrailer: false));

    private static (byte[] Decoded, AwsChunkedDecoder Decoder) Decode(byte[] framed, int arrivalLength, bool signed, bool hasTrailer)
    {
        var decoded = new ArrayBufferWriter<byte>();
        using var signatures = signed ? new ChunkSignatures(s_seed) : null;
        var decoder = new AwsChunkedDecoder(payload => decoded.Write(payload), signatures, hasTrailer);
        Assert.Null(Feed(decoder, framed, arrivalLength)?.Code);
        return (decoded.WrittenSpan.ToArray(), decoder);
    }

    private static string? ErrorOf(byte[] framed, bool signed, bool hasTrailer)
    {
        using var signatures = signed ? new ChunkSignatures(s_seed) : null;
        return Feed(new AwsChunkedDecoder(static _ => { }, signatures, hasTrailer), framed, framed.Length)?.Code;
    }

    // As a pipe does it: what the decoder leaves comes again, with what has arrived since.
    private static LocalAws.S3.Protocol.S3Error? Feed(AwsChunkedDecoder decoder, byte[] framed, int arrivalLength)
    {
        var consumed = 0;
        for (var arrived = 0; arrived < framed.Length;)
        {
            arrived = Math.Min(arrived + arrivalLength, framed.Length);
            var buffer = new ReadOnlySequence<byte>(framed.AsMemory(consumed, arrived - consumed));
            if (decoder.Decode(ref buffer) is { } error)
            {
                return error;
            }

            consumed = arrived - (int)buffer.Length;
        }

        return decoder.Complete();
    }

    private static byte[] Frame(byte[] payload, int chunkLength, bool signed, params (string Name, string Value)[] trailers)
    {
        var framed = new MemoryStream();
        var previous = s_seed.Signature;
        foreach (var chunk in payload.Chunk(chunkLength).Append([]))
        {
            previous = Sign("PAYLOAD", previous, $"{PayloadHash.Empty}\n{PayloadHash.Of(chunk)}");
            Write(string.Create(CultureInfo.InvariantCulture, $"{chunk.Length:x}{(signed ? $";chunk-signature={previous}" : "")}\r\n"));
            framed.Write(chunk);
            Write(chunk.Length > 0 ? "\r\n" : "");
        }

        Write(string.Concat(trailers.Select(trailer => $"{trailer.Name}:{trailer.Value}\r\n")));
        if (signed && trailers.Length > 0)
        {
            var lines = string.Concat(trailers.Select(trailer => $"{trailer.Name}:{trailer.Value}\n"));
            Write($"x-amz-trailer-signature:{Sign("TRAILER", previous, PayloadHash.Of(Encoding.UTF8.GetBytes(lines)))}\r\n");
        }

        Write("\r\n");
        return framed.ToArray();

        void Write(string text) => framed.Write(Encoding.ASCII.GetBytes(text));
    }

    private static string Sign(string what, string previous, string hashes) =>
        s_seed.Key.Sign(string.Join('\n', "AWS4-HMAC-SHA256-" + what, s_seed.Timestamp, s_seed.Scope, previous, hashes));

    private static SigV4Verified Seed()
    {
        var scope = new CredentialScope("20260301", "us-east-1", "s3");
        return new SigV4Verified(
            "local",
            scope,
            "20260301T120000Z",
            new string('a', 64),
            "STREAMING-AWS4-HMAC-SHA256-PAYLOAD-TRAILER",
            SigningKey.Derive(LocalAccount.SecretAccessKey, scope),
            false);
    }
}
