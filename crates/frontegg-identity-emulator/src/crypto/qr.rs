//! QR codes as pictures for an `<img>`.

use data_encoding::BASE64;
use png::{BitDepth, ColorType, Encoder, EncodingError};
use qrcode::{Color, QrCode};

/// Pixels of a module's side.
const SCALE: usize = 4;

/// White modules around the code. Readers need four (ISO 18004).
const MARGIN: usize = 4;

/// The text as a black-on-white QR code: `data:image/png;base64,...`, or `None` if it is too long for one (2953 bytes).
pub(crate) fn png_data_url(text: &str) -> Option<String> {
    let picture = picture(&Modules::of(text)?).ok()?;
    Some(format!("data:image/png;base64,{}", BASE64.encode(&picture)))
}

/// A square of dark and light modules, read by row.
struct Modules {
    width: usize,
    colors: Vec<Color>,
}

impl Modules {
    fn of(text: &str) -> Option<Self> {
        // Less correction keeps the pattern of a long URI coarse enough for a phone, and allows the longest texts.
        let code = QrCode::with_error_correction_level(text, qrcode::EcLevel::L).ok()?;
        Some(Self {
            width: code.width(),
            colors: code.to_colors(),
        })
    }

    fn is_dark(&self, x: usize, y: usize) -> bool {
        x < self.width && self.colors.get(y * self.width + x) == Some(&Color::Dark)
    }
}

fn picture(modules: &Modules) -> Result<Vec<u8>, EncodingError> {
    let side = (modules.width + 2 * MARGIN) * SCALE;
    let mut bytes = Vec::new();
    // A code has 177 modules a side at most.
    let mut encoder = Encoder::new(&mut bytes, side as u32, side as u32);
    encoder.set_color(ColorType::Grayscale);
    encoder.set_depth(BitDepth::One);
    encoder
        .write_header()?
        .write_image_data(&pixels(modules, side))?;
    Ok(bytes)
}

/// One bit a pixel, the leftmost in the highest; each row starts a new byte. Set is white.
fn pixels(modules: &Modules, side: usize) -> Vec<u8> {
    let row_bytes = side.div_ceil(8);
    let mut bits = vec![0xff; row_bytes * side];
    for (y, row) in bits.chunks_mut(row_bytes).enumerate() {
        for x in 0..side {
            let module = |pixel: usize| (pixel / SCALE).checked_sub(MARGIN);
            if let (Some(column), Some(line)) = (module(x), module(y))
                && modules.is_dark(column, line)
            {
                row[x / 8] &= !(0x80 >> (x % 8));
            }
        }
    }
    bits
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(url: &str) -> String {
        let bytes = BASE64
            .decode(
                url.strip_prefix("data:image/png;base64,")
                    .unwrap()
                    .as_bytes(),
            )
            .unwrap();
        let mut decoder = png::Decoder::new(std::io::Cursor::new(bytes));
        decoder.set_transformations(png::Transformations::EXPAND);
        let mut reader = decoder.read_info().unwrap();
        let mut pixels = vec![0; reader.output_buffer_size().unwrap()];
        let frame = reader.next_frame(&mut pixels).unwrap();
        let side = frame.width as usize;
        let mut image =
            rqrr::PreparedImage::prepare_from_greyscale(side, side, |x, y| pixels[y * side + x]);
        image.detect_grids().first().unwrap().decode().unwrap().1
    }

    #[test]
    fn a_reader_finds_the_text_again() {
        let secret = super::super::totp::new_secret();
        let uri = super::super::totp::uri(&secret, "Acme & Söhne", "jane.doe+mfa@example.com");
        for text in [uri.as_str(), "x", &"long ".repeat(120)] {
            assert_eq!(read(&png_data_url(text).unwrap()), text);
        }
    }

    #[test]
    fn a_text_too_long_for_a_code_has_no_picture() {
        assert!(png_data_url(&"x".repeat(2953)).is_some());
        assert_eq!(png_data_url(&"x".repeat(2954)), None);
    }
}
