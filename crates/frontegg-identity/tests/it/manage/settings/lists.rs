//! Domains and IP addresses that are let in, and those that are not.

use frontegg_identity::ErrorKind;
use frontegg_identity::manage::{
    DomainRestrictionType, EmailDomainRules, IpRestrictionRules, IpRestrictionStrategy,
    NewIpRestriction,
};

use super::settings;

const IPS: &str = "/identity/resources/configurations/v1/restrictions/ip";

#[tokio::test]
async fn a_domain_is_put_on_a_list_and_taken_off() {
    let (_world, settings) = settings().await;
    let domains = settings.email_domains();
    let entry = domains.add("example.org", DomainRestrictionType::Block);
    let entry = entry.await.unwrap();
    assert_eq!(entry.domain, "example.org");
    assert_eq!(entry.list, Some(DomainRestrictionType::Block));
    let all = domains.list().all().await.unwrap();
    assert_eq!((all.len(), &all[0]), (1, &entry));
    domains.delete(&entry.id).await.unwrap();
    assert_eq!(domains.list().all().await.unwrap(), []);
    let gone = domains.delete(&entry.id).await.unwrap_err();
    assert_eq!(gone.kind(), ErrorKind::NotFound);
}

#[tokio::test]
async fn domains_are_replaced_as_a_whole() {
    let (_world, settings) = settings().await;
    let domains = settings.email_domains();
    let list = DomainRestrictionType::Allow;
    domains.add("example.org", list.clone()).await.unwrap();
    let made = domains.replace(["a.example", "b.example"], list).await;
    let made = made.unwrap();
    assert_eq!(made.len(), 2);
    assert_eq!(domains.list().all().await.unwrap(), made);
}

#[tokio::test]
async fn whether_domains_count_is_read_as_it_was_set() {
    let (_world, settings) = settings().await;
    let domains = settings.email_domains();
    assert!(!domains.rules().await.unwrap().is_active);
    let rules = EmailDomainRules::by(DomainRestrictionType::Allow).block_public_domains(true);
    for rules in [rules.clone(), rules.off()] {
        domains.set_rules(&rules).await.unwrap();
        assert_eq!(domains.rules().await.unwrap(), rules);
    }
}

#[tokio::test]
async fn a_second_page_of_domains_that_cannot_be_asked_for_is_not_passed_over() {
    let (_world, settings) = settings().await;
    let domains = settings.email_domains();
    let names: Vec<String> = (0..51).map(|n| format!("d{n}.example")).collect();
    let names = names.iter().map(String::as_str);
    let made = domains.replace(names, DomainRestrictionType::Block).await;
    assert_eq!(made.unwrap().len(), 51);
    let mut list = domains.list().stream();
    let mut read = 0;
    let error = loop {
        match list.next().await.expect("the rest is missing") {
            Ok(_) => read += 1,
            Err(error) => break error,
        }
    };
    assert_eq!((read, error.kind()), (50, ErrorKind::RepeatedPage));
}

#[tokio::test]
async fn an_address_is_put_on_a_list_changed_and_taken_off() {
    let (world, _) = settings().await;
    let ips = world
        .manager()
        .await
        .tenant("t-1")
        .settings()
        .ip_restrictions();
    let list = IpRestrictionStrategy::Allow;
    let office = NewIpRestriction::new("10.0.0.0/8", list.clone()).description("office");
    ips.put(&office).await.unwrap();
    ips.put(&office.off()).await.unwrap();
    let all = ips.list().all().await.unwrap();
    assert_eq!(all.len(), 1);
    assert_eq!(
        (all[0].ip.as_str(), all[0].is_active),
        ("10.0.0.0/8", Some(false))
    );
    assert_eq!(all[0].description.as_deref(), Some("office"));
    let more = ["192.0.2.1", "192.0.2.2"].map(|ip| NewIpRestriction::new(ip, list.clone()));
    ips.put_all(&more).await.unwrap();
    let all = ips.list().page_size(2).all().await.unwrap();
    assert_eq!(all.len(), 3);
    assert_eq!(world.count("GET", IPS), 3);
    let office = ips.search("off").all().await.unwrap();
    assert_eq!(office.len(), 1);
    ips.delete(&office[0].id).await.unwrap();
    assert_eq!(ips.list().all().await.unwrap().len(), 2);
}

#[tokio::test]
async fn an_address_is_looked_up_before_a_list_counts() {
    let (world, _) = settings().await;
    let ips = world
        .manager()
        .await
        .tenant("t-1")
        .settings()
        .ip_restrictions();
    assert_eq!(ips.rules().await.unwrap(), IpRestrictionRules::default());
    ips.check_own_address().await.unwrap();
    let refused = ips.check_own_address_is_listed().await.unwrap_err();
    assert_eq!(refused.kind(), ErrorKind::Forbidden);
    let here = NewIpRestriction::new("127.0.0.1", IpRestrictionStrategy::Allow);
    ips.put(&here).await.unwrap();
    ips.check_own_address_is_listed().await.unwrap();
    let rules = IpRestrictionRules::by(IpRestrictionStrategy::Block);
    ips.set_rules(&rules).await.unwrap();
    assert_eq!(ips.rules().await.unwrap(), rules);
    let here = NewIpRestriction::new("127.0.0.1", IpRestrictionStrategy::Block);
    ips.put(&here).await.unwrap();
    let refused = ips.check_own_address().await.unwrap_err();
    assert_eq!(refused.kind(), ErrorKind::Forbidden);
    ips.set_rules(&IpRestrictionRules::off()).await.unwrap();
    let now = ips.rules().await.unwrap();
    assert_eq!((now.is_active, now.list), (Some(false), rules.list));
    ips.check_own_address().await.unwrap();
}
