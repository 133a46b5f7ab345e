//! The domain of Sorot.
