//! Enums that stay readable when the server learns a new value.

/// Defines an enum of texts that keeps what it does not know.
#[allow(unused_macros, reason = "used by the features that are switched on")]
macro_rules! open_enum {
    (
        $(#[$meta:meta])*
        $visibility:vis enum $name:ident {
            $($(#[$variant_meta:meta])* $variant:ident = $text:literal),* $(,)?
        }
    ) => {
        $(#[$meta])*
        #[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
        #[non_exhaustive]
        $visibility enum $name {
            $($(#[$variant_meta])* $variant,)*
            /// A value that this version of the crate does not know, kept as received. When sending, prefer the known ones.
            Unknown(::std::string::String),
        }

        impl $name {
            /// The texts of all known values.
            pub const VALUES: &'static [&'static str] = &[$($text),*];

            /// The text on the wire.
            #[must_use]
            pub fn as_str(&self) -> &str {
                match self {
                    $(Self::$variant => $text,)*
                    Self::Unknown(text) => text,
                }
            }

            fn known(text: &str) -> ::std::option::Option<Self> {
                match text {
                    $($text => ::std::option::Option::Some(Self::$variant),)*
                    _ => ::std::option::Option::None,
                }
            }
        }

        impl ::std::fmt::Display for $name {
            fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
                f.write_str(self.as_str())
            }
        }

        impl ::std::convert::From<&str> for $name {
            fn from(text: &str) -> Self {
                Self::known(text).unwrap_or_else(|| Self::Unknown(text.to_owned()))
            }
        }

        impl ::std::convert::From<::std::string::String> for $name {
            fn from(text: ::std::string::String) -> Self {
                Self::known(&text).unwrap_or(Self::Unknown(text))
            }
        }

        impl ::std::str::FromStr for $name {
            type Err = ::std::convert::Infallible;

            fn from_str(text: &str) -> ::std::result::Result<Self, Self::Err> {
                ::std::result::Result::Ok(Self::from(text))
            }
        }

        impl ::serde::Serialize for $name {
            fn serialize<S: ::serde::Serializer>(&self, serializer: S) -> ::std::result::Result<S::Ok, S::Error> {
                serializer.serialize_str(self.as_str())
            }
        }

        impl<'de> ::serde::Deserialize<'de> for $name {
            fn deserialize<D: ::serde::Deserializer<'de>>(deserializer: D) -> ::std::result::Result<Self, D::Error> {
                struct Text;

                impl ::serde::de::Visitor<'_> for Text {
                    type Value = $name;

                    fn expecting(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
                        f.write_str("a text")
                    }

                    fn visit_str<E>(self, text: &str) -> ::std::result::Result<$name, E> {
                        ::std::result::Result::Ok(text.into())
                    }
                }

                deserializer.deserialize_str(Text)
            }
        }

        impl $crate::QueryValue for $name {
            fn write(&self, values: &mut $crate::query::QueryValues) {
                values.push(self.as_str());
            }
        }
    };
}

#[allow(unused_imports, reason = "used by the features that are switched on")]
pub(crate) use open_enum;

#[cfg(test)]
#[allow(
    unreachable_pub,
    reason = "the macro writes for types that the crate shows"
)]
mod tests {
    use std::collections::BTreeSet;

    use proptest::prelude::*;

    open_enum! {
        /// How a second factor is given.
        pub(crate) enum Factor {
            /// A code from an app.
            AuthenticatorApp = "AuthenticatorApp",
            Sms = "SMS",
            /// A value that is itself called so.
            Unknown_ = "Unknown",
        }
    }

    #[test]
    fn known_values_have_their_variant() {
        let factor: Factor = serde_json::from_str(r#""SMS""#).unwrap();
        assert_eq!(factor, Factor::Sms);
        assert_eq!(factor.to_string(), "SMS");
        assert_eq!(Factor::from("Unknown"), Factor::Unknown_);
        assert_eq!(Factor::VALUES, ["AuthenticatorApp", "SMS", "Unknown"]);
    }

    #[test]
    fn only_text_is_a_value() {
        for json in ["3", "null", "true", "[]", "{}"] {
            assert!(serde_json::from_str::<Factor>(json).is_err());
        }
        assert_eq!(
            serde_json::from_str::<Option<Factor>>("null").unwrap(),
            None
        );
    }

    #[test]
    fn values_can_be_sorted_and_queried() {
        let set = BTreeSet::from([Factor::Sms, Factor::AuthenticatorApp]);
        assert_eq!(set.first(), Some(&Factor::AuthenticatorApp));
        let mut query = String::new();
        let values = vec![Factor::Sms, Factor::from("a b")];
        assert!(
            crate::query::append(&mut query, "f", &values, crate::query::Style::Repeated).is_ok()
        );
        assert_eq!(query, "f=SMS&f=a+b");
    }

    proptest! {
        #[test]
        fn every_text_survives_the_round_trip(text in prop_oneof![any::<String>(), "(SMS|sms|Unknown|zzNew)"]) {
            let json = serde_json::to_string(&text).unwrap();
            let factor: Factor = serde_json::from_str(&json).unwrap();
            prop_assert_eq!(serde_json::to_string(&factor).unwrap(), json);
            prop_assert_eq!(text.parse::<Factor>().unwrap(), factor.clone());
            prop_assert_eq!(Factor::from(text.clone()), factor.clone());
            prop_assert_eq!(factor.as_str(), text);
        }
    }
}
