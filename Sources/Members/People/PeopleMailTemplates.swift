import Background

extension SignInMail {
    static let emailChangeTemplate = MailTemplateDeclaration(
        key: "people.email-change", title: "Link that confirms a new address",
        variables: ["name": "Ana Pop", "link": "https://m100.example/ro/account/email/abc"],
        defaults: [
            "ro": (
                "Confirmarea adresei noi",
                """
                Bună ziua, {{name}},

                Această adresă a fost indicată ca adresă nouă a unui cont M100. Confirmați-o aici:

                {{link}}

                Linkul funcționează o singură dată, timp de o zi. Dacă nu ați făcut această cerere, ignorați mesajul.
                """
            ),
            "en": (
                "Confirm your new address",
                """
                Hello {{name}},

                This address was given as the new address of an M100 account. Confirm it here:

                {{link}}

                The link works once, for one day. If you did not ask for this, leave this mail.
                """
            ),
        ])

    static let emailAskedTemplate = MailTemplateDeclaration(
        key: "people.email-asked", title: "Notice: change of address asked for",
        variables: ["name": "Ana Pop", "time": "22 noiembrie 2026, 10:15"],
        defaults: [
            "ro": (
                "S-a cerut schimbarea adresei contului M100",
                """
                Bună ziua, {{name}},

                S-a cerut schimbarea adresei de e-mail a contului: {{time}}. Schimbarea are loc numai după confirmarea de pe adresa nouă.

                Dacă nu ați făcut această cerere, schimbați parola și scrieți imediat echipei hubului.
                """
            ),
            "en": (
                "A change of address was asked for",
                """
                Hello {{name}},

                A change of your account's e-mail address was asked for: {{time}}. It happens only when the new address confirms it.

                If this was not you, change your password and write to the hub's team at once.
                """
            ),
        ])

    static let emailChangedTemplate = MailTemplateDeclaration(
        key: "people.email-changed", title: "Notice: address changed",
        variables: ["name": "Ana Pop", "time": "22 noiembrie 2026, 10:15"],
        defaults: [
            "ro": (
                "Adresa contului M100 a fost schimbată",
                """
                Bună ziua, {{name}},

                Contul folosește de acum altă adresă de e-mail: {{time}}. Acesta este ultimul mesaj trimis la adresa veche.

                Dacă nu ați făcut această modificare, scrieți imediat echipei hubului.
                """
            ),
            "en": (
                "The address of your M100 account was changed",
                """
                Hello {{name}},

                Your account uses another e-mail address from now on: {{time}}. This is the last mail to the old one.

                If this was not you, write to the hub's team at once.
                """
            ),
        ])

    static let accountClosedTemplate = MailTemplateDeclaration(
        key: "people.account-closed", title: "Notice: account deleted",
        variables: ["name": "Ana Pop", "time": "22 noiembrie 2026, 10:15"],
        defaults: [
            "ro": (
                "Contul M100 a fost șters",
                """
                Bună ziua, {{name}},

                La cerere, contul a fost șters: {{time}}. Numele și adresa au fost înlocuite cu un pseudonim. Acesta este ultimul mesaj.
                """
            ),
            "en": (
                "Your M100 account was deleted",
                """
                Hello {{name}},

                As you asked, your account was deleted: {{time}}. Name and address were replaced by a pseudonym. This is the last mail.
                """
            ),
        ])
}
