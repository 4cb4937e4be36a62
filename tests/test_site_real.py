def test_x(site):
    print(site.warnings, len(site.pages), site.broken()[:20])
    print(list(site.files)[:5])
