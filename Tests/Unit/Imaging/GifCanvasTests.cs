using Iris.Catalog;
using Iris.ImageProcessor.Imaging;
using Image = NetVips.Image;

namespace Iris.Tests.Unit.Imaging;

public sealed class GifCanvasTests
{
    private static readonly double[] s_red = [255, 0, 0, 255], s_nothing = [0, 0, 0, 0];

    [Theory]
    [InlineData(800, 600)] // the size of a common screen, which some programs wrote whatever the picture's
    [InlineData(640, 480)]
    [InlineData(400, 300)]
    public void The_canvas_is_what_the_header_says_and_transparent_where_no_frame_is(int width, int height)
    {
        var bytes = OneFrame(width, height, left: 100, top: 50, frameWidth: 200, frameHeight: 150);

        Assert.True(ImageHeader.TryRead(bytes, ImagingLimits.Default, out var header, out _));
        Assert.Equal((width, height), (header.Width, header.Height));

        using var picture = Sample.Decode(bytes);
        using var derivative = Image.NewFromBuffer(picture.ToWebP(1600).Bytes);
        Assert.Equal((width, height), (derivative.Width, derivative.Height));
        Assert.Equal(s_red, derivative[100, 50]);
        Assert.Equal(s_red, derivative[299, 199]);
        Assert.Equal(s_nothing, derivative[99, 50]);
        Assert.Equal(s_nothing, derivative[300, 199]);
        Assert.Equal(s_nothing, derivative[width - 1, height - 1]);
    }

    [Fact]
    public void A_frame_that_fills_its_canvas_is_opaque()
    {
        using var picture = Sample.Decode(OneFrame(800, 600, left: 0, top: 0, frameWidth: 800, frameHeight: 600));
        using var derivative = Image.NewFromBuffer(picture.ToWebP(1600).Bytes);

        Assert.Equal((800, 600, false), (derivative.Width, derivative.Height, derivative.HasAlpha()));
    }

    [Fact]
    public void A_frame_beyond_the_edge_makes_the_canvas_larger()
    {
        using var picture = Sample.Decode(OneFrame(20, 20, left: 10, top: 0, frameWidth: 20, frameHeight: 10));

        Assert.Equal((30, 20), (picture.Width, picture.Height));
    }

    [Fact]
    public void A_canvas_beyond_the_limits_is_refused_however_small_its_frame()
    {
        var rejection = Sample.Refuse(OneFrame(8_000, 6_251, left: 0, top: 0, frameWidth: 1, frameHeight: 1));

        Assert.Equal(RejectionCode.TooManyPixels, rejection.Code);
    }

    private static byte[] OneFrame(int width, int height, int left, int top, int frameWidth, int frameHeight)
    {
        // LZW of eight bits a code: a clear code (128) before every hundred pixels (0) keeps the codes from growing; 129 ends.
        byte[] codes =
        [
            .. Enumerable.Range(0, frameWidth * frameHeight).SelectMany<int, byte>(pixel => pixel % 100 == 0 ? [128, 0] : [0]), 129,
        ];
        return
        [
            .. "GIF89a"u8, .. Numbers(width, height), 0x80, 0, 0, 255, 0, 0, 0, 0, 255,
            0x21, 0xFE, 3, .. "hi!"u8, 0, // a comment before the frame
            0x2C, .. Numbers(left, top, frameWidth, frameHeight), 0, 7,
            .. codes.Chunk(255).SelectMany<byte[], byte>(block => [(byte)block.Length, .. block]), 0, 0x3B,
        ];

        static byte[] Numbers(params int[] numbers) => [.. numbers.SelectMany<int, byte>(number => [(byte)number, (byte)(number >> 8)])];
    }
}
