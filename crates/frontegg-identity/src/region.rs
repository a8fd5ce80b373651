//! Where the service is.

/// A region of Frontegg's cloud. Its API does not know the environment by itself: name it with
/// [`vendor_host`](crate::IdentityBuilder::vendor_host).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Region {
    /// `https://api.frontegg.com`.
    Eu,
    /// `https://api.us.frontegg.com`.
    Us,
    /// `https://api.ca.frontegg.com`.
    Ca,
    /// `https://api.au.frontegg.com`.
    Au,
}

impl Region {
    /// The base URL of the region's API.
    #[must_use]
    pub fn url(self) -> &'static str {
        match self {
            Self::Eu => "https://api.frontegg.com",
            Self::Us => "https://api.us.frontegg.com",
            Self::Ca => "https://api.ca.frontegg.com",
            Self::Au => "https://api.au.frontegg.com",
        }
    }
}

impl From<Region> for String {
    fn from(region: Region) -> Self {
        region.url().to_owned()
    }
}
