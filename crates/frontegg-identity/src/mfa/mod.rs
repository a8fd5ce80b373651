//! Second factors.

mod device;
mod names;

pub use self::device::{AuthenticatorDevice, EmailDevice, MfaDevices, PhoneDevice, WebauthnDevice};
pub use self::names::{EnforceMfa, MfaStrategy, WebauthnDeviceType};
