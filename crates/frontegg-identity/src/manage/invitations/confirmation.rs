//! Whether new and invited users follow a link or type a code.

use std::time::Duration;

pub use frontegg_identity_raw::types::{ActivationStrategy, InvitationStrategy};
use frontegg_identity_raw::{catalogue, types};

use super::Invitations;
use crate::error::Error;
use crate::manage::wire::{of_seconds, seconds, signed};

/// Whether users follow a link or type a code, and how long the code is good.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Confirmation<S> {
    /// Link or code.
    pub strategy: S,
    /// How long a code is good; in whole seconds, and one that has begun counts. The service is expected to take a minute at
    /// least.
    pub code_life: Option<Duration>,
}

impl<S> Confirmation<S> {
    /// This way, with codes that are good as long as the service likes.
    #[must_use]
    pub fn by(strategy: S) -> Self {
        Self {
            strategy,
            code_life: None,
        }
    }

    /// How long a code is good.
    #[must_use]
    pub fn code_life(mut self, life: Duration) -> Self {
        self.code_life = Some(life);
        self
    }

    fn seconds(&self) -> Option<i64> {
        self.code_life.map(|life| signed(seconds(life)))
    }
}

impl Invitations {
    /// How new users confirm their address.
    ///
    /// # Wire
    /// `GET /identity/resources/configurations/v1/activation/strategies`
    pub async fn activation(&self) -> Result<Confirmation<ActivationStrategy>, Error> {
        const DOING: &str = "cannot read how new users are activated";
        let operation = &catalogue::GET_ACTIVATION_STRATEGY;
        let outcome = self.scope.client().get_activation_strategy().await;
        self.scope.part(DOING, operation, outcome, |told| {
            Some(Confirmation {
                strategy: told.strategy?,
                code_life: of_seconds(told.code_expiration),
            })
        })
    }

    /// Decides how new users confirm their address. Mails that were sent stay as they are.
    ///
    /// # Wire
    /// `POST /identity/resources/configurations/v1/activation/strategies`
    pub async fn set_activation(
        &self,
        wanted: &Confirmation<ActivationStrategy>,
    ) -> Result<(), Error> {
        const DOING: &str = "cannot set how new users are activated";
        let body = types::CreateOrUpdateActivationStrategyRequest {
            code_expiration: wanted.seconds(),
            strategy: wanted.strategy.clone(),
        };
        let outcome = self.scope.client().set_activation_strategy(&body).await;
        self.scope
            .told(DOING, &catalogue::SET_ACTIVATION_STRATEGY, outcome)
    }

    /// How users who are invited join.
    ///
    /// # Wire
    /// `GET /identity/resources/configurations/v1/invitation/strategies`
    pub async fn joining(&self) -> Result<Confirmation<InvitationStrategy>, Error> {
        const DOING: &str = "cannot read how invited users join";
        let operation = &catalogue::GET_INVITATION_STRATEGY;
        let outcome = self.scope.client().get_invitation_strategy().await;
        self.scope.part(DOING, operation, outcome, |told| {
            Some(Confirmation {
                strategy: told.strategy?,
                code_life: of_seconds(told.code_expiration),
            })
        })
    }

    /// Decides how users who are invited join. Mails that were sent stay as they are.
    ///
    /// # Wire
    /// `POST /identity/resources/configurations/v1/invitation/strategies`
    pub async fn set_joining(
        &self,
        wanted: &Confirmation<InvitationStrategy>,
    ) -> Result<(), Error> {
        const DOING: &str = "cannot set how invited users join";
        let body = types::CreateOrUpdateInvitationStrategyRequest {
            code_expiration: wanted.seconds(),
            strategy: wanted.strategy.clone(),
        };
        let outcome = self.scope.client().set_invitation_strategy(&body).await;
        self.scope
            .told(DOING, &catalogue::SET_INVITATION_STRATEGY, outcome)
    }
}
