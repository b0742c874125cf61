/** The practice account's billing services: contacts, budgets, Cost Explorer, tax settings. */
package dev.firstday.practice.billing;
